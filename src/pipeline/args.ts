import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { isoDate } from '../model/field.ts'

/** The command was typed in a way that it does not understand: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What a command accepts: its options and how many bare words. */
export interface Accepts<Options extends ParseArgsOptionsConfig> {
  readonly options: Options
  readonly words?: { readonly least: number; readonly most: number }
}

/** Reads the words after `--` of an npm script. Unknown options, missing values and odd words are usage errors. */
export function readArgs<Options extends ParseArgsOptionsConfig>(argv: readonly string[], accepts: Accepts<Options>) {
  const { least, most } = accepts.words ?? { least: 0, most: 0 }
  const parsed = tryParse(argv, accepts.options)
  if (parsed.positionals.length < least) throw new UsageError('缺少参数\nmissing argument')
  const extra = parsed.positionals[most]
  if (extra !== undefined) throw new UsageError(`多出一个参数：${extra}\nunexpected argument`)
  return { values: parsed.values, words: parsed.positionals }
}

/** `--as-of`: a real calendar day; without it, today in UTC. */
export function asOfDay(text: string | undefined, now: () => Date = () => new Date()): string {
  if (text === undefined) return now().toISOString().slice(0, 10)
  if (!isoDate.safeParse(text).success)
    throw new UsageError(`--as-of 要写真实的日期，例如 2026-11-20：${text}\n--as-of takes a real date`)
  return text
}

/** `--base`: the path the site stands under, as `/gongbao` or empty. */
export function basePath(text = '/'): string {
  const inner = text.replace(/^\/|\/$/g, '')
  const isPath = /^[\w.~/-]*$/.test(inner) && (inner === '' || inner.split('/').every((step) => /[^.]/.test(step)))
  if (!isPath) throw new UsageError(`--base 要写路径，例如 /gongbao/：${text}\n--base takes a path`)
  return inner && `/${inner}`
}

/** `--site`: the origin the site is published at, e.g. `https://example.gov.cn`, without its path. */
export function siteOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new UsageError(
      `--site 要写网址，例如 https://example.gov.cn，路径用 --base 写：${text}\n--site takes an http(s) origin; a path goes to --base`,
    )
  }
  return url.origin
}

/** `--port`: a TCP port. */
export function portNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535) throw new UsageError(`--port 要写 1 到 65535：${text}\n--port takes 1 to 65535`)
  return port
}

function tryParse<Options extends ParseArgsOptionsConfig>(argv: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(usageMessage(error as NodeJS.ErrnoException), { cause: error })
  }
}

/** Node says it in English, with the option in quotes; what more it says is advice for programmers. */
function usageMessage({ code, message }: NodeJS.ErrnoException): string {
  const option = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有这个选项：${option}\nunknown option`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `选项缺少值，或写法不对：${option}\nan option lacks its value or takes none`
    default:
      return message
  }
}
