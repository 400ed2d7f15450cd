import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Apart from the rest, and with little to load: the command line begins with it.

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)

/** Whether Dictamen can run on the Node that runs this. */
export const isNewEnough = major > 22 || (major === 22 && minor >= 12)

/** Path of the Node that npm installed; undefined where it has none for this machine. */
export function shippedNode() {
  const isWindows = process.platform === 'win32'
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', isWindows ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}
