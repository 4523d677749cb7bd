const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Text made safe inside an element of HTML or XML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&${names[sign]};`)
}

/** Text made safe inside an element or an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${names[sign]};`)
}

/** Undoes both. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? '')
}
