import { expect, it } from 'vitest'
import type { Organization } from '../../../src/model/register/organization.ts'
import type { SiteConfig } from '../../../src/model/site-config.ts'
import { policyCitation } from '../../../src/views/policy/citation.ts'
import { policySample } from './policy-sample.ts'

const site = {
  asOf: '2026-11-20',
  config: { name: '公报' } as SiteConfig,
  organizations: new Map([['yw-zf', { name: '义乌市人民政府' } as Organization]]),
}

it('names the document first and says that ours is a digest', () => {
  const policy = policySample('p', { docNumber: '义政发〔2021〕1号', adoptedOn: '2021-01-02' })
  expect(policyCitation(policy, site, 'https://gongbao.example/policies/p/')).toBe(
    '义乌市人民政府. 文件p: 义政发〔2021〕1号[Z]. 2021-01-02. 要点见: 公报, 2026-11-20. https://gongbao.example/policies/p/.',
  )
})

it('leaves out what is not known', () => {
  expect(policyCitation(policySample('p', { text: 'stub' }), site, 'https://gongbao.example/policies/p/')).toBe(
    '义乌市人民政府. 文件p[Z]. 题录见: 公报, 2026-11-20. https://gongbao.example/policies/p/.',
  )
})
