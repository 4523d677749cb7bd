import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { tryLock, waitForLock } from '../../src/pipeline/file-lock.ts'

let path: string

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'gongbao-lock-')), '锁 1.lock')
})

test('one holds it at a time; released, nothing is left', () => {
  const first = tryLock(path)
  expect([tryLock(path), tryLock(path), readdirSync(dirname(path)).length]).toEqual([undefined, undefined, 1])
  first?.release()
  first?.release()
  expect(existsSync(path)).toBe(false)
  const second = tryLock(path)
  expect([second === undefined, tryLock(path)]).toEqual([false, undefined])
  second?.release()
})

test('a file that a killed process left is no lock', () => {
  writeFileSync(path, '')
  const lock = tryLock(path)
  expect(lock).toBeDefined()
  lock?.release()
})

test('who waits is told once, and they come one after another', async () => {
  const holder = tryLock(path)
  let [waiting, inside, most] = [0, 0, 0]
  const visits = [1, 2, 3].map(async () => {
    const lock = await waitForLock(path, () => {
      waiting += 1
      if (waiting === 3) holder?.release()
    })
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setImmediate(resolve))
    inside -= 1
    lock.release()
  })
  await Promise.all(visits)
  expect([waiting, most, existsSync(path)]).toEqual([3, 1, false])
})

test('a place where nothing can be written is an error with its code', () => {
  expect(() => tryLock(join(path, 'x'))).toThrow('ENOENT')
})
