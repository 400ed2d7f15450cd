import { startServer } from './start'
import { StartError } from './start-error'
import { EnvironmentError } from '@/lib/platform/env'

const running = startServer().catch((error: unknown) => {
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
