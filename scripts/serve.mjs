import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environment, findNode, root } from './runtime.mjs'
import { serverFlags, serverVariables } from './server-process.mjs'

/**
 * Runs the bundled server until it ends, and returns its exit code.
 *
 * The server has a process group of its own: a terminal would send it Ctrl-C directly and npm would pass it on again,
 * where it should hear of it once, from here. It leaves by itself where this program is killed.
 */
export function serve(variables) {
  const follow = pathToFileURL(join(root, 'scripts/follow-parent.mjs')).href
  const server = spawn(findNode(), [...serverFlags, '--import', follow, 'build/server.mjs'], {
    cwd: root,
    env: environment({ ...serverVariables, ...variables }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  let told = false
  const tell = signal => () => {
    if (told) return
    told = true
    server.kill(signal)
  }
  process.on('SIGINT', tell('SIGINT'))
  process.on('SIGTERM', tell('SIGTERM'))
  process.on('SIGHUP', tell('SIGTERM'))
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', code => resolve(code ?? 1))
  })
}
