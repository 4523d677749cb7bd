import type { Place } from '../../model/issue.ts'
import type { Datatype } from './datatype.ts'
import { readDatatype } from './datatype.ts'
import type { Context, Fields } from './fields.ts'
import { variablesOf } from './uri-template.ts'

/** What a column takes from its schema, its table or its group where it has none of its own. */
export interface Inherited {
  readonly datatype?: Datatype | undefined
  readonly default?: string | undefined
  readonly lang?: string | undefined
  readonly null?: readonly string[] | undefined
  readonly required?: boolean | undefined
  readonly separator?: string | null | undefined
  /** URI templates with the variables they name. */
  readonly templates: readonly TemplateUse[]
}

export interface TemplateUse {
  readonly property: string
  readonly at: Place
  readonly variables: readonly string[]
}

/** Reads the inherited properties of a description (Metadata Vocabulary §5.7). */
export function readInherited(fields: Fields, context: Context): Inherited {
  fields.boolean('ordered')
  fields.choice('textDirection', ['ltr', 'rtl', 'auto', 'inherit'])
  return {
    datatype: readDatatype(fields, context),
    default: fields.text('default'),
    lang: fields.languageTag('lang'),
    null: fields.texts('null'),
    required: fields.boolean('required'),
    separator: fields.textOrNull('separator'),
    templates: ['aboutUrl', 'propertyUrl', 'valueUrl'].flatMap((property) => {
      const template = fields.template(property)
      return template ? [{ property, at: fields.at(property), variables: variablesOf(template) }] : []
    }),
  }
}

/** What holds for something inside: the nearest description that says anything wins; templates of both are kept. */
export function inherit(nearest: Inherited, outer: Inherited): Inherited {
  const said = Object.entries(nearest).filter(([, value]) => value !== undefined)
  return { ...outer, ...Object.fromEntries(said), templates: [...outer.templates, ...nearest.templates] }
}
