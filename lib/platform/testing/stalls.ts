/**
 * Watches for work that keeps the event loop from its next turn. Counted is the processor time that this thread took
 * between two turns of a timer, not the time that passed: a busy machine delays everything, and proves nothing.
 */
export function watchForStalls(): { stop: () => number } {
  let longest = 0
  let last = process.threadCpuUsage()
  const look = () => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user + now.system - last.user - last.system) / 1000)
    last = now
  }
  const timer = setInterval(look, 5)
  return {
    /** The longest stretch, in milliseconds. */
    stop: () => {
      clearInterval(timer)
      look()
      return longest
    },
  }
}
