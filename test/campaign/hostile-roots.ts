import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const policies = 'content/policies'
const odd = [
  'con.md',
  ' .md',
  'A B.md',
  '通知.md',
  '-x.md',
  '--help.md',
  '__proto__.md',
  '.hidden.md',
  `${'x'.repeat(240)}.md`,
  'a\nb.md',
  '\u202e.md',
  'index.md',
  'a.md.md',
  '\'"$(x)`.md',
]

/** What may lie in a root beside or in place of its files. Each is laid into a copy of its own. */
export const hostileRoots: Readonly<Record<string, (root: string) => void>> = {
  'link to a file outside': (root) => symlinkSync('/etc/passwd', join(root, policies, 'passwd.md')),
  'link to nothing': (root) => symlinkSync('nothing', join(root, policies, 'nothing.md')),
  'link to itself': (root) => symlinkSync('self.md', join(root, policies, 'self.md')),
  'link to a folder above': (root) => symlinkSync('..', join(root, 'data/loop')),
  'link to the whole disk': (root) => symlinkSync('/', join(root, 'content/policies/disk')),
  'pipe for a text': (root) => void execFileSync('/usr/bin/mkfifo', [join(root, policies, 'pipe.md')]),
  'pipe for a configuration': (root) => {
    rmSync(join(root, 'content/site.yaml'))
    execFileSync('/usr/bin/mkfifo', [join(root, 'content/site.yaml')])
  },
  'pipe for a table': (root) => void execFileSync('/usr/bin/mkfifo', [join(root, 'data/registers/pipe.csv')]),
  'device for a text': (root) => symlinkSync('/dev/zero', join(root, policies, 'zero.md')),
  'folder for a file': (root) => void mkdirSync(join(root, policies, 'folder.md')),
  'file for a folder': (root) => {
    rmSync(join(root, 'content/measures'), { recursive: true, force: true })
    writeFileSync(join(root, 'content/measures'), '')
  },
  'file of many zeros': (root) => {
    writeFileSync(join(root, policies, 'zeros.md'), '')
    truncateSync(join(root, policies, 'zeros.md'), 3e8)
  },
  'aliases that multiply': (root) => {
    const level = (n: number) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}*a${n - 1}]\n`
    const levels = Array.from({ length: 12 }, (_, n) => level(n + 1)).join('')
    writeFileSync(join(root, policies, 'bomb.md'), `---\na0: &a0 x\n${levels}---\n`)
  },
  'deep brackets': (root) => writeFileSync(join(root, policies, 'deep.md'), `---\ntitle: ${'['.repeat(50_000)}\n---\n`),
  'deep quotations': (root) =>
    writeFileSync(join(root, policies, 'deep.md'), `---\ntitle: x\n---\n${'> '.repeat(20_000)}x\n`),
  'deep folders': (root) => {
    mkdirSync(join(root, policies, 'a/'.repeat(300)), { recursive: true })
  },
  'many folders': (root) => {
    for (let n = 0; n < 2000; n += 1) mkdirSync(join(root, 'data', `d${n}`))
  },
  'odd names': (root) => {
    for (const name of odd) writeFileSync(join(root, policies, name), '---\ntitle: x\n---\n')
  },
  'a name that is no UTF-8': (root) =>
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, policies, 'a')), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
      '',
    ),
}
