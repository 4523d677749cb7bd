import type { Definition, Severity } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'
import { compareText } from '../model/text-order.ts'
import * as a11y from './a11y.ts'
import * as csvw from './csvw.ts'
import * as doc from './doc.ts'
import * as mea from './mea.ts'
import * as num from './num.ts'
import * as obs from './obs.ts'
import * as output from './output.ts'
import * as pii from './pii.ts'
import * as pkg from './pkg.ts'
import * as ref from './ref.ts'
import * as rel from './rel.ts'
import * as site from './site.ts'
import * as str from './str.ts'
import * as tbl from './tbl.ts'
import * as txt from './txt.ts'

export interface Code {
  readonly code: string
  readonly severity: Severity
  readonly title: Bilingual
}

/** Every definition there is; several may share a code and then its severity and title. */
export const definitions = [csvw, doc, str, ref, num, obs, tbl, pkg, mea, pii, rel, txt, a11y, site, output].flatMap(
  (family) => Object.values(family) as Definition<never>[],
)

/** Every code there is, once each, in order. Codes are permanent: none is renamed, none is used again. */
export const catalogue: readonly Code[] = [
  ...new Map(definitions.map(({ code, severity, title }) => [code, { code, severity, title }])).values(),
].sort((a, b) => compareText(a.code, b.code))
