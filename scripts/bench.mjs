// npm run bench: load on Dictamen and on a floor that does the same work without it, in one run.
import { bundle } from './bundle.mjs'
import { freshBuild } from './fresh-build.mjs'
import { ensureInstalled, environment, findNode, run } from './runtime.mjs'

await ensureInstalled()
await freshBuild()
await bundle('bench/floor.ts', 'build/floor.mjs')
await bundle('bench/main.ts', 'build/bench.mjs')
process.exitCode = await run(findNode(), ['build/bench.mjs'], { env: environment({ NODE_ENV: 'production' }) })
