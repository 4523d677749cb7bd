/** Full-width digits, points and percent signs as ASCII. Keeps the length, so offsets stay true. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９．％＋－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
