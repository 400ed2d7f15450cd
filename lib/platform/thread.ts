import path from 'node:path'

// An import would let the pages' bundler take the thread's file in, and change what it is given.
const { Worker } = process.getBuiltinModule('node:worker_threads')

/** What a thread may take. */
export interface ThreadLimits {
  milliseconds: number
  heapMegabytes: number
}

/** What a thread answered, or that it was stopped at a limit. */
export type Threaded<Answer> = { answer: Answer } | { stopped: 'time' | 'memory' }

/**
 * Runs a file of `build/` in a thread of its own, off every request, with so much memory and time and no more. The
 * thread is given `data` and answers with one message; what it throws is thrown here. The memory of `given` becomes
 * the thread's, and is gone here; all else is copied.
 */
export function runInThread<Answer>(
  file: string, data: unknown, { milliseconds, heapMegabytes }: ThreadLimits, given: readonly ArrayBuffer[] = [],
): Promise<Threaded<Answer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.resolve('build', file), {
      workerData: data, transferList: [...given], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes }, stdout: true, stderr: true,
    })
    const settle = (settled: () => void) => {
      clearTimeout(timer)
      settled()
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(() => resolve({ stopped: 'time' })), milliseconds)
    worker.once('message', (answer: Answer) => settle(() => resolve({ answer })))
    worker.once('error', (error: NodeJS.ErrnoException) => settle(() => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ stopped: 'memory' })
      else reject(error)
    }))
  })
}
