import { statusWords } from '../../i18n/status.ts'
import { verdictNumber, verdictWords } from '../../i18n/verdict-words.ts'
import { workedOut } from '../../model/number/rounding.ts'
import type { Site } from '../../model/site.ts'
import { promiseText } from '../../model/target/promise.ts'
import type { Target } from '../../model/target/target.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { mediaTypeOf } from '../formats/media-type.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { twin, urls } from '../urls.ts'

/** A promise and how it stands as schema.org/Dataset, for search engines; stands in the page of the target. */
export function targetSchema(
  site: Site,
  target: Target,
  assessment: Assessment,
  options: Pick<PublishOptions, 'origin' | 'base'>,
): object {
  const { config } = site
  const path = urls.target(target.policy, target.id)
  const page = addressOf(path, options)
  const place = site.regions.get(target.region)?.name ?? target.region
  const number = verdictNumber(assessment)
  const { from, deadline } = target
  const span = [from, deadline].some((day) => day !== undefined) ? `${from ?? '..'}/${deadline ?? '..'}` : undefined
  const files = [path.replace(/\/$/, '.csv'), twin(path)]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': page,
    name: `${place}${target.title}：承诺与进度`,
    description: `${target.words}。承诺 ${promiseText(target)}。截至 ${assessment.asOf}：${verdictWords(assessment)}。每个数字都附来源，状态可以按公式重算。`,
    url: page,
    dateModified: assessment.asOf,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    isBasedOn: addressOf(urls.policy(target.policy, target.id), options),
    creator: { '@type': 'Organization', name: config.publisher },
    license: config.licence?.url ?? config.licence?.title,
    temporalCoverage: span,
    spatialCoverage: { '@type': 'Place', name: place },
    measurementTechnique: addressOf(`${urls.methodology()}#kind-${target.kind}`, options),
    variableMeasured: [
      { '@type': 'PropertyValue', name: '状态', propertyID: 'status', value: statusWords[assessment.status].zh },
      ...(number
        ? [
            {
              '@type': 'PropertyValue',
              name: number.name,
              propertyID: propertyOf(assessment),
              value: workedOut(number.value),
            },
          ]
        : []),
    ],
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      contentUrl: addressOf(file, options),
      encodingFormat: mediaTypeOf(file),
    })),
  }
}

function propertyOf({ p }: Assessment): 'p' | 'pace' {
  return p === undefined ? 'pace' : 'p'
}
