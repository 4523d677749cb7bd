const longest = 60

/** The beginning of a text, for messages: a long one would bury what is said of it. */
export function clip(text: string): string {
  const characters = [...text.slice(0, longest * 3)]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text
}
