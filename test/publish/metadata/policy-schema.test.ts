import { describe, expect, it } from 'vitest'
import type { SiteConfig } from '../../../src/model/site-config.ts'
import { policySchema } from '../../../src/publish/metadata/policy-schema.ts'
import { policySample } from '../../views/policy/policy-sample.ts'

const site = { organizations: new Map(), regions: new Map(), config: { publisher: '公报' } as SiteConfig }
const page = 'https://gongbao.example/policies/p/'

describe('policySchema', () => {
  it('publishes a verbatim text as legislation with its force', () => {
    const schema = policySchema(policySample('p', { text: 'full' }), site, { is: '废止' }, page)
    expect(schema).toMatchObject({
      '@type': 'Legislation',
      '@id': page,
      legislationLegalForce: 'https://schema.org/NotInForce',
    })
  })

  it('publishes a digest as a page about the document', () => {
    const schema = policySchema(policySample('p', { docNumber: '义政发〔2021〕1号' }), site, { is: '有效' }, page)
    expect(schema).toMatchObject({
      '@type': 'WebPage',
      about: { '@type': 'Legislation', legislationIdentifier: '义政发〔2021〕1号' },
    })
  })

  it('claims no force where it is not known', () => {
    const schema = policySchema(policySample('p', { text: 'full' }), site, { is: '未知' }, page)
    expect(JSON.parse(JSON.stringify(schema))).not.toHaveProperty('legislationLegalForce')
  })
})
