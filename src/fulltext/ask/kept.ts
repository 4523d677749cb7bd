/** What was made once, by key; a failure is forgotten, so that the next question tries again. */
export function kept<K, T>(known: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const held = known.get(key)
  if (held) return held
  const made = make()
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}
