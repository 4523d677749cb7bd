/**
 * Ids of the sections of pages that are not made of an editor’s text, so that a link to none of them is found where it
 * is written. Some stand there only where the data hold something; `test/read/text/links.test.ts` compares the names with the pages.
 */
const names: ReadonlySet<string> = new Set(
  (
    'top main boards browse changes chart cite clause closed conflicts coverage datasets dictionary documents doubtful ' +
    'downloads elsewhere embed figures finder flags forecast formula gaps history indicators interpretations kinds library load ' +
    'matrix measures method missing near open open-sdg origin plans preview promises quality query rankings recent ' +
    'records relations releases results rules series source sources statuses targets tasks thresholds unfit unrecorded ' +
    'upcoming warnings years'
  ).split(' '),
)

/** Sections named after a year, a day, a place, a kind, a row or a version. */
const patterns =
  /^(?:y\d{4}|d\d{4}-\d\d-\d\d|r\d{6}|k-\d+|kind-.+|status-.+|chart-.+|s-.+|v\d+-\d+-\d+|downloads-.+|row-\d+|[oq]\S*-?\d+)$/

export function isSectionId(anchor: string): boolean {
  return names.has(anchor) || patterns.test(anchor)
}
