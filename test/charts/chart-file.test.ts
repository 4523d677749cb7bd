import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { chartFile } from '../../src/charts/chart-file.ts'
import { indicatorFile } from '../../src/charts/indicator-file.ts'
import { palette } from '../../src/charts/palette.ts'
import { statusMark } from '../../src/charts/status-shape.ts'
import { hasPicture, targetFile } from '../../src/charts/target-file.ts'
import { statusWords } from '../../src/i18n/status.ts'
import type { Observation } from '../../src/model/register/observation.ts'
import { targetKey } from '../../src/model/target/target.ts'
import { exampleDay, exampleSite } from '../example-site.ts'
import { row } from '../progress/fixture.ts'
import { fileBoxes, overlapsOf, xmlFault } from './charts.ts'

let example: Awaited<ReturnType<typeof exampleSite>>
let files: { readonly status: string; readonly svg: string; readonly address: string }[]

beforeAll(async () => {
  example = await exampleSite()
  const { site, board } = example
  files = [...site.policies.values()].flatMap((policy) =>
    policy.targets.flatMap((target) => {
      const assessment = board.assessments.get(targetKey(target))
      const address = `example.test/progress/${targetKey(target)}/`
      const svg = assessment && targetFile(site, policy, target, assessment, address)
      return svg ? [{ status: statusWords[assessment.status].zh, svg, address }] : []
    }),
  )
})

describe('the file of a target', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(2)
    for (const { svg } of files) expect(fileBoxes(svg).some(({ text }) => text.startsWith('目标 '))).toBe(true)
  })

  test('is valid XML of its own, with name, description, status, day and address in the picture', () => {
    for (const { svg, status, address } of files) {
      expect(xmlFault(svg)).toBeUndefined()
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
      expect(/<title id="title">([^<]*)/.exec(svg)?.[1]).toContain(`状态：${status}`)
      expect(/<desc id="desc">([^<]*)/.exec(svg)?.[1]).toContain('来源：')
      const drawn = fileBoxes(svg).map(({ text }) => text)
      expect(drawn.join('')).toContain(address)
      expect(drawn.join('')).toContain(`截至 ${exampleDay}`)
      expect(drawn.join('')).toContain(status)
    }
  })

  test('runs nothing, loads nothing, and depends on no style sheet', () => {
    for (const { svg } of files) {
      expect(svg).not.toMatch(/<script|<image|<use|<foreignObject|href=|@import|url\(|var\(|style=|\son\w+=/)
      const known = new Set([...svg.matchAll(/\.([a-z][\w-]*)[{,]/g)].map((found) => found[1]))
      const used = [...svg.matchAll(/class="([^"]*)"/g)].flatMap((found) => (found[1] ?? '').split(' '))
      expect(used.filter((name) => name !== 'mark' && !known.has(name))).toEqual([])
    }
  })

  test('keeps all its text inside and apart', () => {
    for (const { svg } of files) {
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
      const boxes = fileBoxes(svg)
      const out = boxes.filter(
        ({ left, right, top, bottom }) => left < 0 || right > Number(width) || top < 0 || bottom > Number(height),
      )
      expect(out).toEqual([])
      expect(overlapsOf(boxes)).toEqual([])
    }
  })

  test('is missing where there is nothing to draw, as on the page', () => {
    const { site, board } = example
    for (const policy of site.policies.values()) {
      for (const target of policy.targets) {
        const assessment = board.assessments.get(targetKey(target))
        if (!assessment) continue
        const svg = targetFile(site, policy, target, assessment, 'x')
        expect(svg !== undefined).toBe(hasPicture(target, assessment))
      }
    }
  })
})

test('an indicator with figures of two periods has a file, one without has none', () => {
  const { site } = example
  const made = [...site.indicators.values()].map((one) => [one.id, indicatorFile(site, one, `example.test/${one.id}/`)])
  const svgs = made.flatMap(([, svg]) => (svg ? [svg] : []))
  expect(svgs.length).toBeGreaterThan(0)
  expect(svgs.length).toBeLessThan(made.length)
  for (const svg of svgs) expect(xmlFault(svg)).toBeUndefined()
})

test('words with markup stay words, and long ones take more lines', () => {
  const svg = chartFile({
    title: '<t>',
    description: 'a & b',
    heading: '标题“<b>”'.repeat(12),
    subtitle: '副题',
    badge: { mark: (x, y) => statusMark('far', x, y), text: '很长的状态'.repeat(30) },
    drawing: { svg: '', width: 752, height: 10 },
    source: [`example.test/${'a-long-name/'.repeat(20)}`],
  })
  expect(xmlFault(svg)).toBeUndefined()
  expect(fileBoxes(svg).filter(({ right }) => right > 800)).toEqual([])
  expect(svg.match(/class="heading"/g)?.length).toBeGreaterThan(1)
})

test('its colours are the light ones of the site', () => {
  const light = readFileSync('src/site/styles/tokens.css', 'utf8').split('@media')[0] ?? ''
  for (const [name, color] of Object.entries(palette)) expect(light).toContain(`--${name}: ${color};`)
})

test('a class has the same colours in a file as on a page', () => {
  const sheet = readFileSync('src/site/styles/chart.css', 'utf8')
  const page = new Map<string, string>()
  for (const [, selector = '', body = ''] of sheet.matchAll(/^(?:\.chart )?(\.[\w-]+|text) \{([^}]*)\}/gm)) {
    for (const [, property = '', color = ''] of body.matchAll(/(fill|stroke|color): var\(--([\w-]+)\)/g)) {
      page.set(`${selector} ${property}`, palette[color] ?? color)
    }
  }
  const [style = ''] = /<style>[\s\S]*<\/style>/.exec(plainFile()) ?? []
  const file = [...style.matchAll(/(\.[\w-]+)\{([^}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(/(?:^|;)(fill|stroke|color):(#\w+)/g)].map(([, property, color]) => [
      `${selector} ${property}`,
      color,
    ]),
  )
  const shared = file.filter(([key = '']) => page.has(key))
  expect(shared.length).toBeGreaterThan(15)
  expect(shared.filter(([key = '', color]) => page.get(key) !== color)).toEqual([])
  expect(style).not.toContain('var(--')
})

test('an indicator of five places has a panel for each, and figures that do not count make no place', () => {
  const { site } = example
  const [indicator] = site.indicators.values()
  const [region] = site.regions.keys()
  const [source] = site.sources.keys()
  if (!indicator || !region || !source) throw new Error('the example has an indicator, a place and a source')
  const figures = (place: string, status?: Observation['status']) =>
    ['2020', '2021'].map((year, index) => ({
      ...row(year, 10 + index),
      indicator: indicator.id,
      region: place,
      source,
      status,
    }))
  const observations = ['1', '2', '3', '4', region].flatMap((place) => figures(place))
  expect(indicatorFile({ ...site, observations }, indicator, 'x')).toContain('5 处同一刻度')
  expect(indicatorFile({ ...site, observations: observations.slice(0, 8) }, indicator, 'x')).toContain('series--4')
  expect(indicatorFile({ ...site, observations: figures(region, '作废') }, indicator, 'x')).toBeUndefined()
})

function plainFile(): string {
  return chartFile({
    title: 't',
    description: 'd',
    heading: 'h',
    subtitle: 's',
    drawing: { svg: '', width: 752, height: 10 },
    source: [],
  })
}
