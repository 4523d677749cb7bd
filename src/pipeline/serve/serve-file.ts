import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mediaTypeOf } from '../../publish/formats/media-type.ts'

/** What stands in a built site and is no data. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html;charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  wasm: 'application/wasm',
}

/**
 * Answers GET and HEAD with a file of a folder; false where there is none at this path, or its name begins with a dot.
 * The file is opened once, so what is sent is whole even when the folder is replaced meanwhile.
 */
export async function serveFile(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (path.includes('/.')) return false
  const file = await openFile(join(folder, path))
  if (!file) return false
  try {
    await send(file, path, request, response)
  } finally {
    await file.close()
  }
  return true
}

/** Absent, a folder, a name that is too long: all the same to who asks. */
async function openFile(path: string): Promise<FileHandle | undefined> {
  const file = await open(path).catch(() => undefined)
  if (!file || (await file.stat()).isFile()) return file
  await file.close()
  return undefined
}

async function send(file: FileHandle, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size, mtime } = await file.stat()
  const [etag, modified] = [`W/"${size}-${mtime.getTime()}"`, mtime.toUTCString()]
  response.setHeader('ETag', etag)
  response.setHeader('Last-Modified', modified)
  response.setHeader('Accept-Ranges', 'bytes')
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', typeOf(path))
  const condition = request.headers['if-range']
  const asked = request.method === 'GET' && (condition === undefined || condition === modified)
  const range = asked ? rangeOf(request.headers.range, size) : undefined
  if (range === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`)
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 })
  if (request.method === 'HEAD' || end < start) {
    response.end()
    return
  }
  // Who asked may go away at any moment.
  await pipeline(file.createReadStream({ start, end, autoClose: false }), response).catch(() => {})
}

/** One part, as RFC 9110 writes it; undefined for anything else, which is then answered with the whole. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '')
    return Number(last) === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - Number(last)), end: size - 1 }
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? 'outside' : { start, end }
}

function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? mediaTypeOf(path)
}
