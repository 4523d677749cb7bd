import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { chartFile } from '../../../src/charts/chart-file.ts'
import { targetFile } from '../../../src/charts/target-file.ts'
import { toPng } from '../../../src/publish/pictures/png.ts'
import { exampleSite } from '../../example-site.ts'

function picture(subtitle: string): string {
  const drawing = { svg: '', width: 752, height: 4 }
  return chartFile({ title: '', description: '', heading: '字', subtitle, drawing, source: [] })
}

/** The pixels of an 8-bit PNG as they are stored: equal pictures have equal rows. */
function pixels(png: Uint8Array): Buffer {
  const view = Buffer.from(png)
  const parts: Buffer[] = []
  for (let at = 8; at < view.length; ) {
    const length = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(view.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return inflateSync(Buffer.concat(parts))
}

let real: string | undefined

beforeAll(async () => {
  const { site, board } = await exampleSite()
  const policy = site.policies.get('sl-zbf-2024-1')
  const target = policy?.targets[0]
  const assessment = board.assessments.get('sl-zbf-2024-1/t01')
  real = policy && target && assessment && targetFile(site, policy, target, assessment, 'example.test/t01/')
})

test('a picture is a PNG of 1600 pixels', () => {
  const png = Buffer.from(toPng(real ?? ''))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1600)
})

test('the same picture gives the same bytes', () => {
  expect(Buffer.compare(toPng(real ?? ''), toPng(real ?? ''))).toBe(0)
})

test('every character has its own shape, none is a box', () => {
  const texts = ['', '企', '业', '乌', '亿', '〓', 'A', '8', '≥']
  const seen = new Set(texts.map((text) => pixels(toPng(picture(text))).toString('base64')))
  expect(seen.size).toBe(texts.length)
})

test('a character the font does not have is shown as the printers’ geta, not as nothing', () => {
  const unknown = pixels(toPng(picture('\ue123')))
  expect(unknown.equals(pixels(toPng(picture('〓'))))).toBe(true)
})
