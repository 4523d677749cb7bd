import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Names of a list, for the column of indicators. */
export const indicatorNames = [
  '市场主体数',
  '新增企业',
  '贷款余额',
  '首贷户数',
  '就业人数',
  '纳税户数',
  '专利授权',
  '个体工商户',
]
export const unitNames = ['万元', '户', '件']
export const longestSource = 12

/** How many faults are planted in every file: two for each column. */
export const plantedFaults = 16

const header = ['id', 'region', 'period', 'indicator', 'value', 'change', 'unit', 'source']

/** What is put instead, by column. */
const faults: readonly (readonly [column: number, cell: string])[] = [
  [0, ''],
  [0, ''],
  [1, '33078'],
  [1, '义乌'],
  [2, '2023-02-30'],
  [2, '2021/11/08'],
  [3, '企业数'],
  [3, ''],
  [4, '-5'],
  [4, '1O5'],
  [5, '1.5'],
  [5, 'x'],
  [6, '亿'],
  [6, '户户'],
  [7, '统计月报统计月报统计月报一'],
  [7, 'a source that is too long'],
]

/**
 * Writes so many made-up rows of eight columns as CSV, 81 bytes each, with one fault in every sixteenth part. Nothing is
 * random.
 */
export async function writeFaultyRows(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(texts(rows)), createWriteStream(file))
}

function* texts(rows: number): Generator<string> {
  let text = `${header.join(',')}\n`
  const part = rows / plantedFaults
  let next = 0
  for (let at = 0; at < rows; at++) {
    const cells = rowOf(at)
    const fault = faults[next]
    if (fault && at >= Math.floor((next + 0.5) * part)) {
      cells[fault[0]] = fault[1]
      next++
    }
    text += `${cells.join(',')}\n`
    if (text.length > 200_000) {
      yield text
      text = ''
    }
  }
  yield text
}

function rowOf(at: number): string[] {
  const two = (value: number) => String(value).padStart(2, '0')
  return [
    `r${String(at).padStart(11, '0')}`,
    `3307${10 + (at % 90)}`,
    `20${10 + (at % 16)}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`,
    indicatorNames[at % indicatorNames.length] ?? '',
    String(((at * 7919) % 10_000_000) / 100),
    String((at % 2001) - 1000),
    unitNames[at % unitNames.length] ?? '',
    `统计月报${at % 240}期`,
  ]
}
