import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { examplesOf, type Example } from '@/lib/checks/check-page'

const ids = /^[a-z0-9-]+\/[a-z0-9-]+$/

/** Files that a check fails and passes, from its page in `docs/checks`; none of what has no page there. */
export async function readExamples(id: string): Promise<{ fails: Example[]; passes: Example[] }> {
  const page = ids.test(id) ? await readFile(path.resolve('docs/checks', `${id}.md`), 'utf8').catch(() => '') : ''
  return { fails: examplesOf(page, 'Fails'), passes: examplesOf(page, 'Passes') }
}
