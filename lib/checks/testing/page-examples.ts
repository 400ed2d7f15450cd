import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { examplesOf } from '../check-page'
import type { GivenFile } from '../run'

const pagesFolder = path.join(import.meta.dirname, '../../../docs/checks')

/** The ids of the checks that have a page, `file/…` aside, which are of no kind of file. */
export function pageIds(): string[] {
  return readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes(path.sep) && name.endsWith('.md'))
    .map(name => name.slice(0, -'.md'.length).replaceAll(path.sep, '/'))
    .filter(id => !id.startsWith('file/'))
}

/** The text of a check's page. */
export function pageOf(id: string): string {
  return readFileSync(path.join(pagesFolder, `${id}.md`), 'utf8')
}

/** The files that a page shows under a heading, as they are checked. */
export function exampleFiles(page: string, heading: 'Fails' | 'Passes'): GivenFile[] {
  return examplesOf(page, heading).map(({ language, text }, index) => ({ name: `${index}.${language}`, bytes: new TextEncoder().encode(text) }))
}
