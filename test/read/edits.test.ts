import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'
import { readSite } from '../../src/read/root.ts'

// What an editor may do to the real content by mistake: one edit, one code, on the line of the edit.

const policy = 'content/policies/yw-zbf-2021-38.md'
const figures = 'data/yw-msme-2020/observations.csv'
const asOf = '2026-11-20'

interface Edit {
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly code: string
}

const edits: readonly Edit[] = [
  { what: '文号 in square brackets', file: policy, from: '〔2021〕38号', to: '[2021]38号', code: 'DOC-004' },
  { what: '31 November', file: policy, from: 'adoptedOn: 2021-11-08', to: 'adoptedOn: 2021-11-31', code: 'DOC-010' },
  {
    what: 'an unknown organisation',
    file: policy,
    from: '（责任单位：科技局',
    to: '（责任单位：科技厅局',
    code: 'REF-001',
  },
  {
    what: 'a link to no clause',
    file: 'content/measures/yw-yfjjkc.md',
    from: 'clause: c2-1-2',
    to: 'clause: c2-4-1',
    code: 'REF-002',
  },
  {
    what: 'a value that contradicts the words',
    file: policy,
    from: '{#t01 ',
    to: '{#t01 value=5200 ',
    code: 'NUM-001',
  },
  {
    what: 'a value that does not match what is printed',
    file: figures,
    from: ',49000,',
    to: ',4900,',
    code: 'NUM-001',
  },
  { what: 'a cell too many', file: figures, from: ',9200家,', to: ',9200家,,', code: 'OBS-002' },
  {
    what: 'a citizen’s identity number',
    file: policy,
    from: '## 三、',
    to: '身份证 11010519491231002X\n\n## 三、',
    code: 'PII-001',
  },
  {
    what: 'a formula in a cell',
    file: figures,
    from: ',4.9万户,',
    to: ',"=HYPERLINK(""http://x"")",',
    code: 'OBS-010',
  },
  {
    what: 'two leads for one task',
    file: policy,
    from: '（责任单位：科技局、市场监管局',
    to: '（责任单位：科技局（牵头）、市场监管局（牵头）',
    code: 'REF-005',
  },
  {
    what: 'a window that closes before it opens',
    file: 'content/measures/qt-szcy.md',
    from: 'closes: 2020-09-30',
    to: 'closes: 2019-09-30',
    code: 'MEA-001',
  },
]

describe('an editor’s slip in the real content', async () => {
  const files = await readFiles('.')

  test('the content as it stands has no errors', async () => {
    const { issues } = await readSite(files, { asOf })
    expect(issues.filter((one) => one.severity === 'error')).toEqual([])
  })

  test.each(edits)('$what is $code on its line', async ({ file, from, to, code }) => {
    const { edited, line } = await edit(files, file, from, to)
    const { issues, site } = await readSite(edited, { asOf })
    expect(issues).toContainEqual(expect.objectContaining({ code, severity: 'error', file, line }))
    expect(site).toBeUndefined()
  })

  test('a table saved by Excel as GBK is OBS-001, named as GBK', async () => {
    // 指标 twice, as GBK; the encoder of the platform only writes UTF-8.
    const gbk = Uint8Array.from([0xd6, 0xb8, 0xb1, 0xea, 0x0a, 0xd6, 0xb8, 0xb1, 0xea, 0x0a])
    expect(new TextDecoder('gbk').decode(gbk)).toBe('指标\n指标\n')
    const edited = withTable(files, figures, gbk)
    const { issues } = await readSite(edited, { asOf })
    const found = issues.find((one) => one.code === 'OBS-001')
    expect(found).toMatchObject({ file: figures, severity: 'error' })
    expect(found?.message.zh).toMatch(/GBK|GB18030/)
  })
})

async function edit(files: Files, file: string, from: string, to: string): Promise<{ edited: Files; line: number }> {
  const text = files.texts.get(file) ?? (await tableText(files, file))
  expect(text).toContain(from)
  const at = text.indexOf(from)
  const line = text.slice(0, at).split('\n').length
  const changed = text.slice(0, at) + to + text.slice(at + from.length)
  const edited = files.texts.has(file)
    ? { ...files, texts: new Map([...files.texts, [file, changed]]) }
    : withTable(files, file, new TextEncoder().encode(changed))
  return { edited, line }
}

async function tableText(files: Files, file: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of files.tables.get(file)?.open() ?? []) chunks.push(chunk)
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function withTable(files: Files, path: string, bytes: Uint8Array): Files {
  const open = async function* () {
    yield bytes
  }
  return { ...files, tables: new Map([...files.tables, [path, { path, bytes: bytes.length, open }]]) }
}
