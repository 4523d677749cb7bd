import process from 'node:process'
import { buildSite } from '../pipeline/build.ts'

// Builds a root as a program of its own, so that its time and memory are told apart; prints what each stage took.
const [root = '', out = '', asOf = ''] = process.argv.slice(2)
const said: string[] = []
const line = { now: () => {}, done: (text: string) => void said.push(text) }
const { ok, times } = await buildSite({ root, out, asOf, today: asOf, base: '' }, line)
process.stdout.write(JSON.stringify(times))
if (!ok) throw new Error(said.join('\n').slice(0, 2000))
