/** The answer of a page whose address names nothing that exists. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}
