/** What an import knows of the place, and how it marks promises. */
export interface ImportOptions {
  /** Id of an organisation by the name that a document writes. */
  readonly findOrganization: (name: string) => { readonly id: string; readonly region: string } | undefined
  /** Used where the issuing body is unknown. */
  readonly region: string
  /** Writes candidates as targets that the check refuses until an editor has looked at them. */
  readonly markTargets?: boolean
}
