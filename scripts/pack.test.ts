import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('what is packed is the command line, and nothing that runs by itself at its installation', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { stdout } = spawnSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', shell: process.platform === 'win32' })
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)
  // Without a build there is no bundle; packing makes one.
  const own = paths.filter(path => !/^(docs\/checks\/.*\.md|build\/dictamen\.mjs)$/.test(path))
  expect(own.sort()).toEqual(['LICENSE', 'README.md', 'bin/dictamen.mjs', 'package.json', 'scripts/runtime.mjs'])
  const { bin, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string>; scripts: Record<string, string> }
  expect(paths).toContain(bin.dictamen)
  expect(Object.keys(scripts).filter(name => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  expect(scripts.prepack).toBeDefined()
})
