import { beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../../src/model/benefit/calendar.ts'
import type { Site } from '../../../src/model/site.ts'
import { calendarIcs } from '../../../src/publish/web/calendar-ics.ts'
import { exampleOptions, exampleSite } from '../../example-site.ts'

let site: Site
let text: string

beforeAll(async () => {
  site = (await exampleSite()).site
  text = calendarIcs(site, exampleOptions)
})

test('every event is there, with a name of its own', () => {
  const ids = [...text.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id)
  expect(ids).toHaveLength(eventsOf(site).length)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the stamp is the day of the site, not the clock', () => {
  expect(new Set(text.match(/^DTSTAMP:.*$/gm))).toEqual(new Set(['DTSTAMP:20250630T000000Z']))
})

test('a whole day ends on the day after it', () => {
  expect(text).toContain('DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101')
})

test('no line is longer than 75 octets, and no character is cut', () => {
  const lines = text.split('\r\n')
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(text).not.toContain('\ufffd')
})

test('a summary says what happens once', () => {
  const summaries = [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)$/gm)].map(([, words]) => words ?? '')
  const twice = summaries.filter((words) => /(规划期满|目标到期|申报截止|申报开始).*\1/.test(words))
  expect(summaries.length).toBeGreaterThan(0)
  expect(twice).toEqual([])
})
