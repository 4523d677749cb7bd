/**
 * Words that look like a promise: a verb or a comparator with a number and a unit, inside one clause of a sentence.
 * `write` gives what stands in their place; whether they are a target only an editor can say. Paragraphs about
 * penalties have numbers and comparators too, and no promises.
 */
export function replaceCandidates(text: string, write: (words: string) => string): string {
  if (penalty.test(text)) return text
  return text
    .split(/(?<=[，。；：]|[,;](?!\d))/)
    .map((piece) => (listed(piece) ? mapItems(piece, write) : markPiece(piece, write)))
    .join('')
}

const penalty = /罚款|罚金|处罚|处以|没收|违法所得|滞纳金|拘留|拘役|有期徒刑|赔偿金/

const unit =
  '(?:[万亿千百]*(?:元|家|户|件|个|项|人次|人|笔|单|批次|台次|家次|场|次|所|座|套|辆|列|标箱|吨|公里|平方米|亩|天|倍)|%|％|个百分点|[万亿]+)'
const number = '\\d+(?:\\.\\d+)?'
const figureAtEnd = new RegExp(`${number}\\s*${unit}(?:以上|以下|左右)?[，。；：]?$`)
const promise = new RegExp(
  [
    `(?:不低于|不少于|不高于|不超过|超过|超|达到|达|突破|降至|降到|提高到|提高至|增加到|控制在|保持在)[^，。；]{0,12}?${number}\\s*${unit}`,
    `${number}\\s*${unit}(?:以上|以下|以内|左右)(?!的)`,
    `(?:新增|累计|建成|培育|新建|创建|完成|开展|提供|培训|发放|引进|打造|开放|增长|下降)[^，。；]{0,24}?${number}\\s*${unit}(?!的)`,
  ].join('|'),
)

/** “新增知识产权……20家、信用管理……3家、……6家”: each item of a list of figures is a promise of its own. */
function listed(piece: string): boolean {
  const items = piece.split('、')
  return items.length > 1 && promise.test(piece) && items.every((item) => figureAtEnd.test(item))
}

function mapItems(piece: string, write: (words: string) => string): string {
  return piece
    .split(/(?<=、)/)
    .map((item) => wrap(item, write))
    .join('')
}

function markPiece(piece: string, write: (words: string) => string): string {
  return promise.test(piece) && !/\d{4}年?$/.test(piece) ? wrap(piece, write) : piece
}

const opening = /^(?:其中|并且|并|同时|力争|确保|到\d{4}年底?|三年)*/

/** The mark leaves punctuation at the end, and words that only introduce, outside. */
function wrap(piece: string, write: (words: string) => string): string {
  const start = opening.exec(piece)?.[0].length ?? 0
  const end = /[，。；：、,;]$/.test(piece) ? piece.length - 1 : piece.length
  const words = piece.slice(start, end)
  if (words === '' || /[[\]]/.test(words)) return piece
  return piece.slice(0, start) + write(words) + piece.slice(end)
}
