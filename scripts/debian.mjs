import { spawnSync } from 'node:child_process'
import { environment, say } from './runtime.mjs'

/** Installs packages of Debian where this is one and root asks; whether it worked. */
export function installFromDebian(packages, purpose) {
  const exists = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (!exists || process.getuid?.() !== 0) return false
  say(`installing Debian's ${packages.join(' and ')} ${purpose}`)
  const env = environment({ DEBIAN_FRONTEND: 'noninteractive' })
  const apt = args => spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 2], env }).status === 0
  return apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages])
}
