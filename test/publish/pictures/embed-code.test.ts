import { expect, test } from 'vitest'
import { frameCode, imageCode } from '../../../src/publish/pictures/embed-code.ts'

const embed = {
  title: '新增“小微”<b>"企业" & 个体',
  frame: 'https://example.test/progress/p/t01/embed/',
  image: 'https://example.test/progress/p/t01.png',
  page: 'https://example.test/progress/p/t01/',
}

test('both codes name the chart, with its signs kept harmless, and run nothing', () => {
  for (const code of [frameCode(embed), imageCode(embed)]) {
    expect(code).toContain('="新增“小微”&lt;b&gt;&quot;企业&quot; &amp; 个体"')
    expect(code).not.toMatch(/<script|\bon\w+=|javascript:/)
  }
})

test('the frame shows the page for frames, the image leads to the full page', () => {
  expect(frameCode(embed)).toContain('<iframe src="https://example.test/progress/p/t01/embed/"')
  expect(imageCode(embed)).toMatch(/^<a href="https:\/\/example\.test\/progress\/p\/t01\/"><img src="[^"]+t01\.png"/)
})
