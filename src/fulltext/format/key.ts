/**
 * A key names what a posting list is about. Two neighbouring units: `unit U+0001 next`; a unit before a gap or an
 * end: `unit U+0001`. All places of a unit by document, without positions: `unit U+0000`. Keys sort by code unit,
 * so everything about one unit stands together, its summary first.
 */
export const pairKey = (unit: string, next: string): string => `${unit}\u0001${next}`
export const unitKey = (unit: string): string => `${unit}\u0000`

/** Is this the key of a summary? */
export const isUnitKey = (key: string): boolean => key.endsWith('\u0000')
