/**
 * Work that never runs twice at once. Who asks gets a run that begins afterwards, and so sees everything that was there
 * when it was asked for; all who ask before it begins share it.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    if (waiting) return waiting
    waiting = last.then(() => {
      waiting = undefined
      return work()
    })
    last = waiting.catch(() => {})
    return waiting
  }
}
