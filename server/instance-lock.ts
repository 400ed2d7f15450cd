import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from './start-error'

/**
 * Holds the data folder for this process, so that two never share one. A lock whose process is gone, as after
 * a kill, is taken over. Returns what gives it back.
 */
export async function holdInstance(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'dictamen.pid')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (isRunning(holder))
      throw new StartError(`Dictamen already runs on ${folder} (process ${holder}). Stop it, or set DATA_DIR to another folder.`)
    await rm(file, { force: true })
  }
  throw new StartError(`${file} cannot be taken: another Dictamen is starting on the same folder.`)
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
