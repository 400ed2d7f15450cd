import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isSlug, reservedSlugs } from './slug'

test.each(['grupo-gad', 'a', '2026', 'x'.repeat(80)])('%s names an assessment', slug => expect(isSlug(slug)).toBe(true))

test.each(['', 'Grupo', 'a--b', '-a', 'a-', 'a_b', 'a/b', 'x'.repeat(81), 'ñ', ...reservedSlugs])(
  '%s does not', slug => expect(isSlug(slug)).toBe(false),
)

test('no page of Dictamen stands where an assessment could', () => {
  const pages = firstSegments('app').filter(segment => !segment.startsWith('['))
  expect(pages).toContain('admin')
  expect(pages.filter(isSlug)).toEqual([])
})

/** The first segment of each route below a folder; groups in parentheses are no part of an address. */
function firstSegments(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return folders.flatMap(({ name }) => (name.startsWith('(') ? firstSegments(path.join(folder, name)) : name))
}
