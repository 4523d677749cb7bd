import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { type HeaderRule, headersFor, parseHeadersFile } from '../../publish/web/headers.ts'
import { UsageError } from '../args.ts'
import { requestPath } from './request-path.ts'
import { serveFile } from './serve-file.ts'

export interface Serving {
  /** Address without a trailing slash, e.g. `http://localhost:4321`. */
  readonly url: string
  close(): Promise<void>
}

type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The next ports are tried when one is taken; port 0 is any free one. */
const attempts = 20

/**
 * Serves a built site the way a host would: with the headers of its `_headers`, its 404 page, and its base path. Whatever
 * is asked, it goes on; the folder may be replaced by a newer build meanwhile.
 */
export async function serve(
  folder: string,
  { port, base = '' }: { readonly port: number; readonly base?: string },
): Promise<Serving> {
  return listenWith(responder(folder, base), port)
}

/** Answers requests with a function that may fail; the first free port from `port` on is taken. */
export async function listenWith(respond: Respond, port: number): Promise<Serving> {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  server.on('clientError', refuse)
  server.on('connect', (_, socket: Socket) => refuse({ code: 'HPE_INVALID_METHOD' }, socket))
  await listen(server, port)
  server.on('error', () => {})
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What Node cannot read as a request. */
function refuse({ code }: { readonly code?: string }, socket: Socket): void {
  socket.on('error', () => {})
  if (!socket.writable) return void socket.destroy()
  const lines: Readonly<Record<string, string>> = {
    HPE_INVALID_METHOD: '405 Method Not Allowed\r\nAllow: GET, HEAD',
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  }
  socket.end(`HTTP/1.1 ${lines[code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function responder(folder: string, base: string): Respond {
  const rules = headerRulesOf(folder)
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const target = request.url ?? '/'
    const path = requestPath(target)
    if (path === undefined) {
      response.writeHead(400).end()
      return
    }
    for (const [name, value] of Object.entries(headersFor(rules(), path))) response.setHeader(name, value)
    const inner = path.startsWith(`${base}/`) ? path.slice(base.length) : undefined
    const names = inner === undefined ? [] : inner.endsWith('/') ? [`${inner}index.html`] : [inner, `${inner}.html`]
    if (inner !== undefined && isFolder(folder, inner)) {
      response.writeHead(308, { Location: target.replace(/^[^?#]*/, '$&/') }).end()
      return
    }
    for (const name of names) if (await serveFile(folder, name, request, response)) return
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(read(folder, '404.html') || '404')
  }
}

/** The rules of `_headers` as it stands now, read again when it is another file. */
function headerRulesOf(folder: string): () => readonly HeaderRule[] {
  let known: { readonly text: string; readonly rules: readonly HeaderRule[] } = { text: '', rules: [] }
  return () => {
    const text = read(folder, '_headers')
    if (text !== known.text) known = { text, rules: parseHeadersFile(text) }
    return known.rules
  }
}

function read(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

/** `/policies/x` is the page `/policies/x/`: hosts redirect, and so do we. */
function isFolder(folder: string, path: string): boolean {
  return !path.endsWith('/') && existsSync(join(folder, path, 'index.html'))
}

async function listen(server: Server, port: number): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await listenOnce(server, port === 0 ? 0 : port + tried)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && tried < attempts && port + tried < 65_535) continue
      throw new UsageError(`端口 ${port} 用不了（${code}），请用 --port 另写一个\nport cannot be used`, {
        cause: error,
      })
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
