import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleCommandLine } from './fresh-build.mjs'
import { generateClient, root } from './runtime.mjs'

const copied = ['LICENSE', 'README.md', 'bin/dictamen.mjs', 'scripts/find-node.mjs', 'scripts/runtime.mjs', 'docs/checks']

/** Puts the package of the command line into a folder, with all that it runs on: it depends on no other package. */
export async function writePackage(folder) {
  rmSync(folder, { recursive: true, force: true })
  for (const file of copied) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file), { recursive: true })
  }
  generateClient()
  const inputs = await bundleCommandLine(join(folder, 'build'))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES'), licencesOf(packagesOf(inputs)))
  const { name, version, description, license, type, bin } = readJson(join(root, 'package.json'))
  // Nothing installs a Node beside it, so it needs the machine's to be as new as Dictamen's must be where npm has none.
  const engines = { node: '>=22.12' }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, description, license, type, engines, bin }, null, 2)}\n`)
}

/** The folders of the packages that files are of. */
function packagesOf(files) {
  return [...new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))].sort()
}

/** What those who gave the packages ask to be said wherever their code goes. */
function licencesOf(folders) {
  return folders.map(folder => {
    const { name, version, license, author } = readJson(join(root, folder, 'package.json'))
    const file = readdirSync(join(root, folder)).find(entry => /^licen[cs]e/i.test(entry))
    // Where a package brings no text, its author and the name of its licence are all that there is.
    const text = file === undefined ? `Copyright ${author?.name ?? author}` : readFileSync(join(root, folder, file), 'utf8').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  }).join(`\n${'-'.repeat(80)}\n\n`)
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
