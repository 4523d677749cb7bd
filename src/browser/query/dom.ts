/** A new element with its properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

/** The choices of a select; the first one with `value` is chosen. */
export function options(
  choices: readonly (readonly [value: string, text: string])[],
  value: string,
): HTMLOptionElement[] {
  return choices.map(([own, textContent]) => make('option', { value: own, textContent, selected: own === value }))
}
