import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { headersFor, parseHeadersFile } from '../publish/headers.ts'

export interface Serving {
  /** Address without a trailing slash, e.g. `http://localhost:4321`. */
  readonly url: string
  close(): Promise<void>
}

/** The next ports are tried when one is taken; port 0 is any free one. */
const attempts = 20

/** Serves a built site the way a host would: with the headers of its `_headers`, its 404 page, and its base path. */
export async function serve(
  folder: string,
  { port, base = '' }: { readonly port: number; readonly base?: string },
): Promise<Serving> {
  const server = createServer(responder(folder, base))
  await listen(server, port)
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function responder(folder: string, base: string): (request: IncomingMessage, response: ServerResponse) => void {
  const file = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')
  const rules = parseHeadersFile(file('_headers'))
  const notFound = file('404.html') || '404'
  const files = sirv(folder, { etag: true, dotfiles: false, extensions: ['html'] })
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value)
    const inner = path.startsWith(`${base}/`) ? path.slice(base.length) : undefined
    if (inner !== undefined && isFolder(folder, inner)) {
      response.writeHead(308, { Location: `${path}/` }).end()
      return
    }
    const missing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound)
    }
    if (inner === undefined) return missing()
    request.url = inner
    files(request, response, missing)
  }
}

/** `/policies/x` is the page `/policies/x/`: hosts redirect, and so do we. */
function isFolder(folder: string, path: string): boolean {
  return !path.endsWith('/') && !path.includes('..') && existsSync(join(folder, path, 'index.html'))
}

async function listen(server: Server, port: number): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await listenOnce(server, port === 0 ? 0 : port + tried)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried === attempts) throw error
    }
  }
}

function listenOnce(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}
