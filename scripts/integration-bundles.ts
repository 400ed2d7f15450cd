import { bundleWorkers } from './fresh-build.mjs'

/** Bundles what the code under test starts as a process. */
export default async function setup(): Promise<void> {
  await bundleWorkers()
}
