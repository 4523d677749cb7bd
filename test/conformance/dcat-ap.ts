import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { graphOf, quadsOfJsonLd } from '../publish/metadata/emitted.ts'

/** Shapes that must find nothing; a release has them in html/shacl/ and, generated anew since 3.0.1, in shacl/. */
const gates = ['shapes.ttl', 'dcat-ap-SHACL.ttl', 'ranges.ttl'] as const

/** What is asked of catalogues in the EU, whose vocabularies others need not have. */
const advice = ['range.ttl', 'shapes_recommended.ttl'] as const

interface Finding {
  readonly file: string
  readonly shapes: string
  readonly focus: string
  readonly path: string
  readonly message: string
}

/**
 * Runs the official shapes of DCAT-AP over the catalogue and every dataset of a built site, each as JSON-LD and as
 * Turtle, and prints what they find. Returns the exit code: 1 when what must hold is violated; what is recommended is
 * counted and printed. `shapes` is the folder html/shacl/ or shacl/ of a release.
 */
export async function dcatAp(shapes: string, dist: string): Promise<number> {
  const files = globSync(['catalog.{jsonld,ttl}', 'data/*/*/dataset.{jsonld,ttl}'], { cwd: dist }).toSorted()
  if (files.length === 0) throw new Error(`${dist} has no catalogue`)
  const present = new Set(readdirSync(shapes))
  if (!gates.some((name) => present.has(name))) throw new Error(`${shapes} has no shapes`)
  let violations = 0
  for (const [names, isGate] of [
    [gates, true],
    [advice, false],
  ] as const) {
    for (const name of names.filter((one) => present.has(one))) {
      const validator = new SHACLValidator(graphOf(readFileSync(join(shapes, name), 'utf8')))
      const findings: Finding[] = []
      for (const file of files)
        findings.push(...(await findingsIn(file, await readGraph(join(dist, file)), name, validator)))
      print(name, files.length, findings)
      if (isGate) violations += findings.length
    }
  }
  return violations > 0 ? 1 : 0
}

async function readGraph(path: string): Promise<Store> {
  const text = readFileSync(path, 'utf8')
  return graphOf(path.endsWith('.jsonld') ? await quadsOfJsonLd(text) : text)
}

async function findingsIn(file: string, graph: Store, shapes: string, validator: SHACLValidator): Promise<Finding[]> {
  const report = await validator.validate(graph)
  return report.results.map(({ focusNode, path, message }) => ({
    file,
    shapes,
    focus: focusNode && 'value' in focusNode ? String(focusNode.value) : '',
    path: path && 'value' in path ? String(path.value) : '',
    message: message.map((one) => one.value).join(' '),
  }))
}

/** Recommendations repeat for each thing of a kind: they are printed once with their count and one example. */
function print(shapes: string, files: number, findings: readonly Finding[]): void {
  process.stdout.write(`${shapes}: ${findings.length} findings in ${files} files\n`)
  for (const [kind, all] of Map.groupBy(findings, ({ path, message }) => `${path} ${message}`)) {
    const endings = [...new Set(all.map(({ file }) => file.slice(file.lastIndexOf('.') + 1)))].join(', ')
    process.stdout.write(`  ${all.length} × ${kind} (${endings}; e.g. ${all[0]?.focus} in ${all[0]?.file})\n`)
  }
}
