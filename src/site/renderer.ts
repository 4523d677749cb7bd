import { createApp } from 'astro/app/entrypoint'

const app = createApp({ streaming: false })

/** Renders the page at a full address; the content is what `context.ts` was given last. */
export function render(address: string): Promise<Response> {
  return app.render(new Request(address))
}
