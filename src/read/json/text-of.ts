/** A value of JSON or YAML as text. A plain conversion fails on an object that has a key `toString`. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
