import { parentPort, workerData } from 'node:worker_threads'
import { traceRouting } from '@/lib/checks/alertmanager/trace'
import type { GivenFile } from '@/lib/checks/run'
import type { AlertLabels, AlertRouting } from '@/lib/domain/alert-routing'
import type { Baseline } from '@/lib/domain/baseline'

// Reads a configuration in a thread of its own: it is as large as whoever handed it in wanted.

/** What the thread is given. */
export interface RoutingTask {
  files: readonly GivenFile[]
  labels: AlertLabels | null
  rows: Baseline['alertRoutes']
}

export type RoutingAnswer = AlertRouting | null

const { files, labels, rows } = workerData as RoutingTask
parentPort?.postMessage(traceRouting(files, labels, rows) satisfies RoutingAnswer)
