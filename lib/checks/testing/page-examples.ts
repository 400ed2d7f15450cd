import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
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

/** The fenced files under a heading of a page. */
export function examplesOf(page: string, heading: string): GivenFile[] {
  const section = new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? ''
  return [...section.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)].map(([, language, text], index) =>
    ({ name: `${index}.${language}`, bytes: new TextEncoder().encode(text) }))
}
