/* “/” puts the cursor into the search box of the page, unless the reader is typing somewhere. */

document.addEventListener('keydown', (event) => {
  const inField =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || inField) return
  const box = document.querySelector<HTMLInputElement>('main input[name="q"]')
  event.preventDefault()
  box?.focus()
  box?.select()
})
