import { bundleThreads } from './fresh-build.mjs'

/** Bundles what the code under test starts as a thread. */
export default async function setup(): Promise<void> {
  await bundleThreads()
}
