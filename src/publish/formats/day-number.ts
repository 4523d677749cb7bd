/** Days since 1970-01-01 of a day that exists, written `2024-01-31`. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return day.toJSON()?.startsWith(text) ? day.getTime() / 86_400_000 : undefined
}
