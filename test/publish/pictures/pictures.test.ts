import { beforeAll, expect, test } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { hasPng, mostPng } from '../../../src/publish/pictures/has-png.ts'
import { publishPictures } from '../../../src/publish/pictures/pictures.ts'
import { exampleOptions, exampleSite } from '../../example-site.ts'

let files: Map<string, string>
let example: Awaited<ReturnType<typeof exampleSite>>

beforeAll(async () => {
  example = await exampleSite()
  files = filesOf(example.site)
})

/** Pictures by path, without PNG made of them. */
function filesOf(site: Site, options = exampleOptions): Map<string, string> {
  const all = [...publishPictures(site, example.board, options)]
  return new Map(
    all.flatMap(({ path, svg, png }) => [[path, svg], ...(png === undefined ? [] : [[png, svg] as const])] as const),
  )
}

test('a target with a chart has it as SVG and as PNG beside its page', () => {
  expect(files.get('/progress/sl-zbf-2024-1/t01.svg')).toMatch(/^<svg /)
  expect(files.get('/progress/sl-zbf-2024-1/t01.png')).toBe(files.get('/progress/sl-zbf-2024-1/t01.svg'))
  const names = [...files.keys()].filter((path) => path.startsWith('/progress/'))
  expect(names.filter((path) => path.endsWith('.svg')).length).toBe(names.length / 2)
})

test('the address in the picture is the short one of its page', () => {
  expect(files.get('/progress/sl-zbf-2024-1/t01.svg')).toContain('example.test/progress/sl-zbf-2024-1/t01/</text>')
  const based = filesOf(example.site, { ...exampleOptions, base: '/gongbao' })
  expect(based.get('/progress/sl-zbf-2024-1/t01.svg')).toContain('example.test/gongbao/progress/')
})

test('an indicator has its file beside its page', () => {
  expect([...files.keys()].filter((path) => /^\/data\/indicators\/[\w-]+\.svg$/.test(path))).not.toEqual([])
})

test('an indicator with a picture has it as SVG and PNG; a register of very many gives SVG alone', () => {
  const endingsOf = (paths: Iterable<string>) =>
    [...paths].filter((path) => path.startsWith('/data/indicators/')).map((path) => path.slice(-4))
  const endings = endingsOf(files.keys())
  expect(endings.filter((one) => one === '.png')).toHaveLength(endings.length / 2)
  const [indicator] = example.site.indicators.values()
  if (!indicator) throw new Error('the example has an indicator')
  const many = Array.from({ length: mostPng }, (_, index) => [`x${index}`, { ...indicator, id: `x${index}` }] as const)
  const site = { ...example.site, indicators: new Map([...example.site.indicators, ...many]) }
  const paths = filesOf(site).keys().toArray()
  expect(endingsOf(paths)).toContain('.svg')
  expect(endingsOf(paths)).not.toContain('.png')
})

test('the same site gives the same bytes', () => {
  expect(filesOf(example.site)).toEqual(files)
})

test('a site with very many promises gives SVG alone', () => {
  const [policy] = example.site.policies.values()
  const [target] = policy?.targets ?? []
  if (!policy || !target) throw new Error('the example has a target')
  const many = Array.from({ length: mostPng + 1 }, (_, index) => ({ ...target, id: `x${index}` }))
  const policies = new Map([[policy.id, { ...policy, targets: [target, ...many.slice(2)] }]])
  expect(hasPng({ policies })).toBe(true)
  const site = { ...example.site, policies: new Map([[policy.id, { ...policy, targets: [target, ...many] }]]) }
  expect(hasPng(site)).toBe(false)
  const endings = [...filesOf(site).keys()]
    .filter((path) => path.startsWith('/progress/'))
    .map((path) => path.slice(-4))
  expect(endings).toContain('.svg')
  expect(endings).not.toContain('.png')
})
