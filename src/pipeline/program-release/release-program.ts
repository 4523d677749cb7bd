import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../args.ts'
import { datedChangelog } from './dated-changelog.ts'
import { isNextVersion, nextVersions } from './next-version.ts'
import { withVersion } from './stated-version.ts'

export interface ProgramRelease {
  /** The folder of the program. */
  readonly root: string
  readonly version: string
  readonly on: string
  /** Says what would be done and does nothing. */
  readonly isDry: boolean
}

const reasons = {
  'no section': 'CHANGELOG.md 里没有 ## Unreleased',
  'nothing new': 'CHANGELOG.md 的 ## Unreleased 下面没有内容',
  'version taken': 'CHANGELOG.md 里已有这个版本',
} as const

/**
 * Makes a version of the program: dated change log, version, tests, tarball and bill of materials below `.gongbao/release/`,
 * then one commit and a tag. Nothing is pushed. What fails before the commit leaves the tree as it was; false where the
 * tests fail.
 */
export function releaseProgram({ root, version, on, isDry }: ProgramRelease, say: (line: string) => void): boolean {
  const call = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    })
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  const old = String(JSON.parse(read('package.json')).version)
  if (!isNextVersion(old, version))
    throw new UsageError(`${version} 不能接在 ${old} 之后，可以是 ${nextVersions(old).join('、')}`)
  if (call('git', 'status', '--porcelain').trim() !== '') throw new UsageError('有没有提交的改动，请先提交')
  if (call('git', 'tag', '--list', `v${version}`).trim() !== '') throw new UsageError(`已有标签 v${version}`)
  const changes = datedChangelog(read('CHANGELOG.md'), version, on)
  if (!changes.ok) throw new UsageError(reasons[changes.why])
  const files = {
    'CHANGELOG.md': changes.text,
    'package.json': withVersion(read('package.json'), old, version),
    'package-lock.json': withVersion(read('package-lock.json'), old, version),
  }
  const out = join(root, '.gongbao', 'release', version)
  say(`${old} → ${version}（${on}）\n${changes.notes}\n`)
  if (isDry) return true
  const takeBack = () => call('git', 'checkout', '--quiet', 'HEAD', '--', ...Object.keys(files))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    say('npm test\n')
    if (!passes(() => call('npm', 'test'))) {
      takeBack()
      say('测试没有通过，没有发布\n')
      return false
    }
    mkdirSync(out, { recursive: true })
    call('npm', 'pack', '--pack-destination', out)
    writeFileSync(join(out, 'sbom.cdx.json'), call('npm', 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'))
    call('git', 'commit', '--quiet', '--message', `Version ${version}\n\n${changes.notes}`, '--', ...Object.keys(files))
  } catch (error) {
    takeBack()
    throw error
  }
  call('git', 'tag', '--annotate', `v${version}`, '--message', changes.notes)
  say(`${out}\n已提交并加上标签 v${version}。核对后执行：git push --follow-tags\n`)
  return true
}

function passes(command: () => void): boolean {
  try {
    command()
    return true
  } catch {
    return false
  }
}
