import type { Region } from '../../model/register/region.ts'

/** Code → its own code and those above it, the form that `evaluate` takes. */
export function regionChains(regions: ReadonlyMap<string, Region>): Record<string, string[]> {
  return Object.fromEntries([...regions.keys()].map((code) => [code, chainOf(code, regions)]))
}

/** A place to choose in the finder. */
export interface RegionOption {
  readonly value: string
  readonly label: string
}

/** A place outside every region of the register: no rule about a place fits it. */
const elsewhere: RegionOption = { value: 'elsewhere', label: '其他地方' }

/**
 * The places a reader can be in, as far as it makes a difference: those that `used` names, the own region of the
 * site first, small before large. Where a smaller one is listed, the larger one means the rest of it.
 */
export function regionOptions(
  regions: ReadonlyMap<string, Region>,
  used: ReadonlySet<string>,
  own: string,
): RegionOption[] {
  const listed = [...regions.values()].filter(({ code }) => used.has(code) || code === own)
  const depth = ({ code }: Region) => chainOf(code, regions).length
  const sorted = listed.sort((a, b) => rank(a) - rank(b) || depth(b) - depth(a))
  return [...sorted.map((region) => ({ value: region.code, label: labelOf(region) })), elsewhere]

  function rank({ code }: Region): number {
    return code === own ? 0 : 1
  }

  function labelOf({ code, name }: Region): string {
    const hasSmaller = listed.some((one) => one.code !== code && chainOf(one.code, regions).includes(code))
    return hasSmaller ? `${name}其他地方` : name
  }
}

function chainOf(code: string, regions: ReadonlyMap<string, Region>): string[] {
  const chain: string[] = []
  for (let at: string | undefined = code; at !== undefined && !chain.includes(at); at = regions.get(at)?.parent) {
    chain.push(at)
  }
  return chain
}
