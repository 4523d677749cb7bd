import type { ServerResponse } from 'node:http'
import type { Issue } from '../../model/issue.ts'
import { escapeText } from '../../model/markup.ts'

/** How many problems are shown on a page; the terminal has all of them. */
const most = 50

/** What the pages of dev run: they reload when the content has changed. */
export const liveScript = `const base = new URL('.', import.meta.url)
new EventSource(new URL('changes', base)).onmessage = () => location.reload()
`

/** Where there never was content without errors. */
export const problemPage =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>内容有错误</title></head><body></body></html>'

/** A page with what is wrong with the newest content on top, and the script that reloads it. */
export function withProblems(html: string, problems: readonly Issue[], base: string): string {
  const script = `<script type="module" src="${base}/@gongbao/dev.js"></script>`
  return html.replace('</head>', () => `${script}</head>`).replace(/<body[^>]*>/, (tag) => tag + problemList(problems))
}

function problemList(problems: readonly Issue[]): string {
  if (problems.length === 0) return ''
  const rows = problems
    .slice(0, most)
    .map(
      ({ file, line, column, message, hint, code }) =>
        `<li><code>${escapeText(`${file}:${line}:${column}`)}</code> ${escapeText(message.zh)} <small>${code}</small><br>${escapeText(hint.zh)}</li>`,
    )
  return `<div class="page"><div class="notice notice--attention" role="alert"><p><b>内容有 ${problems.length} 处错误，改好以后自动显示；下面是改坏以前的网页</b></p><ol>${rows.join('')}</ol></div></div>`
}

/** Browsers that wait for a change. */
export function reloads(): { listen(response: ServerResponse): void; reload(): void } {
  const waiting = new Set<ServerResponse>()
  return {
    listen(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(':\n\n')
      waiting.add(response)
      response.on('close', () => waiting.delete(response))
    },
    reload() {
      for (const response of waiting) response.write('data: changed\n\n')
    },
  }
}
