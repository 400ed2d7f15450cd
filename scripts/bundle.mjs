import { join } from 'node:path'
import { root } from './runtime.mjs'

/** Bundles a TypeScript entry point of the project into one file; packages stay where npm put them. */
export async function bundle(entry, output) {
  // Loaded late: this file is read before anything is installed.
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(root, output),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    sourcemap: true,
    logLevel: 'warning',
  })
}
