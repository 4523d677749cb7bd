import { idleProperty } from '../../issues/pkg.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Path, Yaml } from '../../read/text/yaml.ts'

/**
 * PKG-011 for properties one slip away from one of the standard that is absent. Others are the publisher's own, which
 * the standard allows.
 */
export function misspeltProperties(yaml: Yaml, path: Path, known: readonly string[]): Issue[] {
  const value = path.reduce<unknown>(
    (node, step) => (node as Record<string | number, unknown> | undefined)?.[step],
    yaml.value,
  )
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const given = Object.keys(value)
  const absent = known.filter((key) => !given.includes(key))
  return given.flatMap((key) => {
    const guess = known.includes(key) || key.length < 4 ? undefined : nearest(key, absent, 1)
    return guess === undefined ? [] : [issue(idleProperty, yaml.keyAt([...path, key]), { key, nearest: guess })]
  })
}

/** PKG-011 for constraints of the standard that the type of a field does not have. */
export function idleConstraints(yaml: Yaml, path: Path, type: string, idle: readonly string[]): Issue[] {
  return idle.map((key) => issue(idleProperty, yaml.keyAt([...path, 'constraints', key]), { key, type }))
}
