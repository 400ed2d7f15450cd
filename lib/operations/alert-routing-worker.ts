import { traceRouting } from '@/lib/checks/alertmanager/trace'
import type { GivenFile } from '@/lib/checks/run'
import type { AlertLabels, AlertRouting } from '@/lib/domain/alert-routing'
import type { Baseline } from '@/lib/domain/baseline'
import { answerFrom } from '@/lib/platform/apart-answer'

// Reads a configuration in a process of its own: it is as large as whoever handed it in wanted.

/** What the process is given. */
export interface RoutingTask {
  files: readonly GivenFile[]
  labels: AlertLabels | null
  rows: Baseline['alertRoutes']
}

export type RoutingAnswer = AlertRouting | null

answerFrom(({ files, labels, rows }: RoutingTask): RoutingAnswer => traceRouting(files, labels, rows))
