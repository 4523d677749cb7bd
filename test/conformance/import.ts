import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodyText, compareTexts } from '../../src/import/compare.ts'
import { readDocument } from '../../src/import/document.ts'
import { blank } from '../../src/import/part.ts'
import { toMarkdown } from '../../src/import/to-markdown.ts'
import { formats, linesOf, makeDocument } from '../import/make-document.ts'

const usual = 30

/**
 * Writes texts of a folder of Markdown as .docx, .html and .txt, imports each, and compares every character with the
 * text it was made from. Evenly spread over the folder, or all with `all` for the number.
 */
export function importTexts(folder: string, number = String(usual)): number {
  const paths = globSync('**/*.md', { cwd: folder }).sort()
  const wanted = number === 'all' ? paths.length : Math.min(Number(number), paths.length)
  const chosen = Array.from({ length: wanted }, (_, n) => paths[Math.floor((n * paths.length) / wanted)] ?? '')
  const totals = { characters: 0, kept: 0, exact: 0, promises: 0, candidates: 0, documents: 0 }
  for (const path of chosen) {
    const text = readFileSync(join(folder, path), 'utf8')
    for (const format of formats) {
      const found = importOne(text, format)
      totals.documents++
      totals.characters += found.characters
      totals.kept += found.kept
      totals.exact += found.isExact ? 1 : 0
      totals.promises += found.promises
      totals.candidates += found.candidates
      for (const line of found.said) process.stdout.write(`${format} ${path}: ${line}\n`)
    }
  }
  process.stdout.write(
    `${chosen.length} texts, ${totals.documents} documents: ${totals.kept} of ${totals.characters} characters kept, ` +
      `${totals.exact} documents equal to the character, ${totals.promises} promises, ${totals.candidates} candidates\n`,
  )
  return totals.exact === totals.documents && totals.kept === totals.characters && totals.promises === 0 ? 0 : 1
}

function importOne(text: string, format: (typeof formats)[number]) {
  const reading = readDocument(makeDocument(text, format), `.${format}`)
  if (!reading) throw new Error(`${format} is not read`)
  const options = { findOrganization: () => undefined, region: '330000' }
  const imported = toMarkdown(reading, options)
  const { header } = imported
  const compared = compareTexts(reading.source, imported)
  // Not with our own comparison: the body must be the text without the lines of its head.
  const whole = linesOf(text)
    .map((line) => line.text.replace(blank, ''))
    .join('')
  const rest = header.used.reduce((left, line) => left.replace(line.replace(blank, ''), ''), whole)
  const isExact = bodyText(imported.markdown).replace(blank, '') === rest
  const isOrder = (header.title ?? '').search(/通知|批复|意见|函|决定|答复|解释/) !== -1
  return {
    characters: compared.before,
    kept: compared.kept,
    isExact,
    promises: imported.markdown.split(':target[').length - 1,
    candidates: imported.candidates.length,
    said: [
      ...(isExact ? [] : ['the body differs']),
      ...compared.lost.map((lost) => `lost ${lost}`),
      ...(header.addressees === undefined
        ? []
        : [`addressees${isOrder ? '' : ' (of what kind?)'}: ${header.addressees}`]),
      ...imported.candidates.map(({ words }) => `candidate ${words}`),
    ],
  }
}
