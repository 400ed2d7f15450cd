import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Versions below these have known holes: middleware bypass CVE-2025-29927 and server-component execution
// CVE-2025-55182 in next and react, and what the projects' own notices name. No audit service answers on an isolated
// network, so the lockfile is read instead. Read on 24 November 2026.
const floors: Record<string, string> = {
  next: '16.3.3',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '5.0.0-beta.32',
  '@auth/core': '0.41.3',
  effect: '3.20.0',
  nodemailer: '9.0.1',
}
const never = ['xlsx']

interface Lockfile {
  packages: Record<string, { version?: string; resolved?: string }>
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test.each(Object.entries(floors))('no %s below %s is locked', (name, floor) => {
  const locked = Object.entries(packages).filter(([path]) => path !== '' && nameOf(path) === name)
  for (const [path, { version = '' }] of locked) expect(compare(version, floor), `${path} is ${version}`).toBeGreaterThanOrEqual(0)
})

test('what may never be used is not locked', () => {
  expect(Object.keys(packages).map(nameOf).filter(name => never.includes(name))).toEqual([])
})

test('the lockfile names no registry, so that any mirror serves', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
})

test('versions compare as npm orders them', () => {
  expect(compare('16.10.0', '16.3.3')).toBe(1)
  expect(compare('5.0.0-beta.31', '5.0.0-beta.32')).toBe(-1)
  expect(compare('5.0.0', '5.0.0-beta.32')).toBe(1)
  expect(compare('0.41.3', '0.41.3')).toBe(0)
})

/** Semantic order of two versions; a prerelease comes before its release. */
function compare(one: string, other: string): -1 | 0 | 1 {
  const parts = (version: string) => version.split(/[.-]/).map(part => (/^\d+$/.test(part) ? Number(part) : part))
  const [a, b] = [parts(one), parts(other)]
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [x, y] = [a[index], b[index]]
    if (x === y) continue
    if (x === undefined) return 1
    if (y === undefined) return -1
    return x < y ? -1 : 1
  }
  return 0
}
