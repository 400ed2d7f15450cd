// npm run bench [-- checks speed pages hold]: load on Dictamen and on a floor that does the same work without it, in one run.
import { bundle } from './bundle.mjs'
import { findChromium } from './chromium.mjs'
import { freshBuild } from './fresh-build.mjs'
import { ensureInstalled, environment, findNode, run } from './runtime.mjs'

await ensureInstalled()
await freshBuild()
await bundle('bench/floor.ts', 'build/floor.mjs')
await bundle('bench/main.ts', 'build/bench.mjs')
process.exitCode = await run(findNode(), ['build/bench.mjs', ...process.argv.slice(2)], {
  env: environment({ NODE_ENV: 'production', ...(await findChromium()) }),
})
