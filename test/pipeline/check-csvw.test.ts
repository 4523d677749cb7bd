import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/pipeline/args.ts'
import { checkCsvw } from '../../src/pipeline/check-csvw.ts'
import { temporaryFolder } from '../full-root.ts'

const metadata = (url: string, datatype: string) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    tableSchema: { columns: [{ titles: '甲', datatype }, { titles: '乙' }] },
  })

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const found = async (file: string, folder: string) => {
  const { issues, files } = await checkCsvw(file, folder)
  return { places: issues.map((one) => `${one.code} ${one.file}:${one.line}:${one.column}`), files, issues }
}

test('files are named from the folder of the command, also with blanks and Chinese', async () => {
  const folder = folderOf({
    '数据 一/m-metadata.json': metadata('表 一.csv', 'integer'),
    '数据 一/表 一.csv': '甲,乙\nx,1\n',
  })
  expect(await found('数据 一/m-metadata.json', folder)).toMatchObject({
    places: ['CSVW-016 数据 一/表 一.csv:2:1'],
    files: 2,
  })
})

test('a table with tabs is read by its ending', async () => {
  const folder = folderOf({ 't.tsv': '甲\t乙\n1\t2,3\n', 'csv-metadata.json': metadata('t.tsv', 'integer') })
  expect((await found('t.tsv', folder)).places).toEqual([])
})

test('.well-known/csvm of the folder says where metadata is', async () => {
  const folder = folderOf({
    '.well-known/csvm': 'described-by.json\n',
    'd/t.csv': '甲,乙\nx,1\n',
    'd/described-by.json': metadata('t.csv', 'date'),
    'd/csv-metadata.json': metadata('t.csv', 'string'),
  })
  expect((await found('d/t.csv', folder)).places).toEqual(['CSVW-016 d/t.csv:2:1'])
})

test('no message repeats an identity number that stands in a cell', async () => {
  const folder = folderOf({
    't.csv': '甲,乙\n11010519491231002X,1\n',
    'csv-metadata.json': metadata('t.csv', 'integer'),
  })
  const { places, issues } = await found('t.csv', folder)
  expect(places).toEqual(['CSVW-016 t.csv:2:1', 'PII-005 t.csv:2:1'])
  expect(JSON.stringify(issues)).not.toContain('11010519491231002X')
})

test('a file that does not exist is wrong usage, a folder too', async () => {
  const folder = folderOf({ 'd/t.csv': '甲\n' })
  await expect(checkCsvw('none.csv', folder)).rejects.toThrow(UsageError)
  await expect(checkCsvw('d', folder)).rejects.toThrow(UsageError)
})

test('nothing outside the folder of the file is opened or quoted', async () => {
  const secret = '甲,乙\nSECRET,1\n'
  const folder = folderOf({
    'secret.csv': secret,
    'secret.json': '{"SECRET": ',
    'd/.env': secret,
    'd/e/t.csv': '甲,乙\n1,1\n',
  })
  symlinkSync(join(folder, 'secret.csv'), join(folder, 'd/link.csv'))
  symlinkSync(folder, join(folder, 'd/up'))
  const ways = [
    '../secret.csv',
    join(folder, 'secret.csv'),
    `file://${folder}/secret.csv`,
    'link.csv',
    'up/secret.csv',
    'e/../../secret.csv',
    '..%2fsecret.csv',
    '%2e%2e/secret.csv',
    '.env',
    '/proc/self/environ',
  ]
  for (const [number, url] of ways.entries()) {
    writeFileSync(join(folder, `d/${number}.json`), metadata(url, 'integer'))
    const { places, issues } = await found(`d/${number}.json`, folder)
    expect(places, url).toEqual([`CSVW-026 d/${number}.json:1:47`])
    expect(JSON.stringify(issues)).not.toContain('SECRET')
  }
  writeFileSync(
    join(folder, 'd/schema.json'),
    JSON.stringify({ '@context': 'http://www.w3.org/ns/csvw', url: 'e/t.csv', tableSchema: '../secret.json' }),
  )
  const { places, issues } = await found('d/schema.json', folder)
  expect(places).toEqual(['CSVW-026 d/schema.json:1:71'])
  expect(JSON.stringify(issues)).not.toContain('SECRET')
})

test('metadata that the site names outside the folder is not opened', async () => {
  const folder = folderOf({ '.well-known/csvm': '../m.json\n', 'd/t.csv': '甲,乙\nx,1\n', 'm.json': '{"SECRET"' })
  const { places, issues } = await found('d/t.csv', folder)
  expect(places).toEqual(['CSVW-026 d/t.csv:1:1'])
  expect(JSON.stringify(issues)).not.toContain('SECRET')
})
