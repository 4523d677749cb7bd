/** Words of a question that say nothing about its subject. */
const asking =
  /怎么办|怎么|如何|怎样|什么是|是什么|什么|哪些|哪里|哪个|多少钱|多少|可以|能不能|能否|是否|要不要|吗|呢|请问|有没有|需要|办理|流程|去哪|在哪|多久|几天|想|我要|我/g

const empty = new Set(
  '的 了 和 与 及 或 在 是 为 对 由 其 该 并 等 把 被 从 到 向 给 有 要 会 能 不 申请 条件 时间 政策 费 规定 标准 相关 有关'.split(
    ' ',
  ),
)

/**
 * What a related document should hold: the words of a query without those of asking, cut by the platform's
 * segmenter (a single character joins its neighbour), in runs that stand together. Only for what is shown apart as
 * related, so a cut that differs from another browser's costs no exact result.
 */
export function relatedWords(parts: readonly string[]): string[][] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const runs = parts.flatMap((part) => {
    const rest = part.normalize('NFKC').replace(asking, ' ')
    return rest.split(/\s+/).flatMap((piece) => glued(segmenter, piece))
  })
  return runs.length > 0 ? runs : parts.map((part) => [part])
}

function glued(segmenter: Intl.Segmenter, piece: string): string[][] {
  const runs: string[][] = []
  let words: string[] = []
  let lone = ''
  const end = () => {
    if (lone !== '') words.push(lone)
    if (words.length > 0) runs.push(words)
    words = []
    lone = ''
  }
  for (const { segment, isWordLike } of segmenter.segment(piece)) {
    if (!isWordLike || empty.has(segment)) end()
    else if ([...segment].length > 1 || !/\p{Script=Han}/u.test(segment)) {
      words.push(lone + segment)
      lone = ''
    } else if (words.length > 0 && lone === '') words[words.length - 1] += segment
    else lone += segment
  }
  end()
  return runs
}
