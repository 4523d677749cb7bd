import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { readFont } from './font-outlines.ts'
import { type Fonts, outlineTexts } from './text-outlines.ts'

/** Twice the width of the drawing, for sharp screens and print. */
const width = 1600

const require = createRequire(import.meta.url)
let fonts: Fonts | undefined

/**
 * A file of `charts/chart-file.ts` as PNG. Its text is set in Noto Sans SC, which comes with the packages: what is on
 * the machine changes nothing, and the same picture gives the same bytes.
 */
export function toPng(svg: string): Uint8Array {
  fonts ??= {
    regular: load(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    bold: load(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
  }
  const options = { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } } as const
  return new Resvg(outlineTexts(svg, fonts), options).render().asPng()
}

function load(file: string) {
  return readFont(readFileSync(file))
}
