import { readFile, writeFile } from 'node:fs/promises'

/** The text of `file`, which only its owner may read; made once by `make`. */
export async function keptText(file: string, make: () => string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const text = make()
  await writeFile(file, text, { mode: 0o600, flag: 'wx' })
  return text
}
