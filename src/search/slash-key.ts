/* “/” puts the cursor into the search box of the page, unless the reader is typing somewhere. */

document.addEventListener('keydown', (event) => {
  const box = document.querySelector<HTMLInputElement>('input[name="q"]')
  const inField =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || inField || !box)
    return
  event.preventDefault()
  box.focus()
  box.select()
})
