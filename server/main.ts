import { setFlagsFromString } from 'node:v8'
import { environment, EnvironmentError } from '@/lib/platform/env'
import { StartError } from './start-error'

// Left alone, the heap of a busy server grows to several times what lives in it before it is collected; this trades
// some processor for a third of the memory. Nothing is capped: what is needed is had.
setFlagsFromString('--heap-growing-percent=30')

const running = start().catch((error: unknown) => {
  const expected = error instanceof StartError || error instanceof EnvironmentError
  console.error(expected ? error.message : error)
  process.exit(1)
})

let leaving = false
const leave = async () => {
  if (leaving) return
  leaving = true
  // Whatever hangs, the process is gone within the time that an orchestrator gives it.
  setTimeout(() => process.exit(1), 9_000).unref()
  const { stop } = await running
  await stop()
  process.exit(0)
}
process.on('SIGTERM', () => void leave())
process.on('SIGINT', () => void leave())

async function start(): Promise<{ stop: () => Promise<void> }> {
  // Before anything is loaded that reads it: what is wrong with it is said in a line a variable.
  environment()
  const { startServer } = await import('./start')
  return startServer()
}
