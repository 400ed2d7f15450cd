import path from 'node:path'

// An import would let the pages' bundler take the process's file in, and change what it is given.
const { fork } = process.getBuiltinModule('node:child_process')

/** What a process may take. */
export interface Limits {
  milliseconds: number
  heapMegabytes: number
}

/** What a process answered, or that it was stopped at a limit. */
export type Apart<Answer> = { answer: Answer } | { stopped: 'time' | 'memory' }

/**
 * Runs a file of `build/` in a process of its own, off every request, with so much memory and time and no more. The file
 * calls `answerFrom`, which is given `data`; what it throws is thrown here. A thread would do with less, but one that
 * runs out of memory may take the whole server with it.
 */
export function runApart<Answer>(file: string, data: unknown, { milliseconds, heapMegabytes }: Limits): Promise<Apart<Answer>> {
  return new Promise((resolve, reject) => {
    const child = fork(path.resolve('build', file), {
      // What is young may take 100 MB on top unless it is told, and is done no sooner with it.
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=8'], env: environment(), serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)))
    const settle = (settled: () => void) => {
      clearTimeout(timer)
      settled()
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => settle(() => resolve({ stopped: 'time' })), milliseconds)
    child.once('message', ({ answer }: { answer: Answer }) => settle(() => resolve({ answer })))
    child.once('error', error => settle(() => reject(error)))
    // With 1 ends what throws; without memory a process aborts, or the system ends it.
    child.once('close', code => settle(() => (code === 1 ? reject(new Error(`${file} failed: ${said}`)) : resolve({ stopped: 'memory' }))))
    child.send({ data }, error => error && settle(() => reject(error)))
  })
}

/** No more than it needs to run: it reads what strangers wrote, and knows no secret of the server. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV, SystemRoot } = process.env
  return { NODE_ENV, ...(SystemRoot !== undefined && { SystemRoot }) }
}
