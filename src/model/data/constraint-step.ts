/**
 * How the constraints of a column moved: `tighter` refuses values that were allowed, `looser` only allows more.
 * A change that cannot be ordered, such as another pattern, counts as tighter.
 */
export function constraintMove(
  before: Readonly<Record<string, unknown>> = {},
  after: Readonly<Record<string, unknown>> = {},
): 'same' | 'looser' | 'tighter' {
  const moves = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) =>
    moveOf(name, before[name], after[name]),
  )
  if (moves.includes('tighter')) return 'tighter'
  return moves.includes('looser') ? 'looser' : 'same'
}

type Move = ReturnType<typeof constraintMove>

function moveOf(name: string, old: unknown, now: unknown): Move {
  if (JSON.stringify(old) === JSON.stringify(now)) return 'same'
  if (now === undefined || now === false) return 'looser'
  if (old === undefined || old === false) return 'tighter'
  if (Array.isArray(old) && Array.isArray(now)) return old.every((one) => now.includes(one)) ? 'looser' : 'tighter'
  const [was, is] = [Number(old), Number(now)]
  if (!Number.isFinite(was) || !Number.isFinite(is)) return 'tighter'
  if (/^(minimum|exclusiveMinimum|minLength)$/.test(name)) return is < was ? 'looser' : 'tighter'
  return /^(maximum|exclusiveMaximum|maxLength)$/.test(name) && is > was ? 'looser' : 'tighter'
}
