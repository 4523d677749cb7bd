/** The parts of a CycloneDX bill of materials that a list of licences is made from. */
export interface BillOfMaterials {
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly licenses?: readonly {
      readonly expression?: string
      readonly license?: { readonly id?: string; readonly name?: string }
    }[]
    readonly properties?: readonly { readonly name: string; readonly value: string }[]
  }[]
}

export interface LicenceList {
  readonly csv: string
  /** Packages that name no licence. */
  readonly without: readonly string[]
}

/** Every package with its licence, and whether it is needed to build a site or only to develop the program. */
export function licenceList({ components }: BillOfMaterials): LicenceList {
  const rows = components.map(({ name, version, licenses = [], properties = [] }) => {
    const licence = licenses
      .flatMap((one) => one.expression ?? one.license?.id ?? one.license?.name ?? [])
      .join(' AND ')
    const isDev = properties.some((one) => one.name === 'cdx:npm:package:development' && one.value === 'true')
    return { name, version, licence, use: isDev ? 'development' : 'build' }
  })
  const lines = rows.map((row) => [row.name, row.version, row.licence, row.use].join(',')).sort()
  return {
    csv: `${['name,version,licence,use', ...new Set(lines)].join('\n')}\n`,
    without: rows.filter(({ licence }) => licence === '').map(({ name, version }) => `${name}@${version}`),
  }
}
