import type { Organization } from '../model/register/organization.ts'

/** An organisation by its full name or one of its short names; the full name counts first. */
export function findByName(organizations: ReadonlyMap<string, Organization>, name: string): Organization | undefined {
  const all = [...organizations.values()]
  return all.find((one) => one.name === name) ?? all.find((one) => one.shortNames.includes(name))
}
