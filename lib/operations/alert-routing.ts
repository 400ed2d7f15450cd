import PQueue from 'p-queue'
import type { AlertLabels, AlertRouting } from '@/lib/domain/alert-routing'
import { runApart } from '@/lib/platform/apart'
import { storage } from '@/lib/platform/storage'
import type { Assessment } from '@/lib/queries/assessments'
import { listSpeakingFiles, type CheckedEvidenceFile } from '@/lib/queries/checks'
import { getBaseline } from '@/lib/queries/source'
import type { RoutingAnswer, RoutingTask } from './alert-routing-worker'
import { bytesOf } from './stored-bytes'

/** A configuration of Alertmanager that speaks for production now, and how it routes. */
export interface SpeakingRouting {
  file: CheckedEvidenceFile
  /** Null where its bytes could not be read from the store. */
  routing: AlertRouting | null
}

// A file is read here only after its checks read it within less.
const limits = { milliseconds: 30_000, heapMegabytes: 256 }
const turns = new PQueue({ concurrency: 2 })

/**
 * How alerts with these labels are routed by each configuration of Alertmanager that speaks for production, beside the
 * rules of the same service that do; null for labels where nothing is tried. Never written, and nothing is kept.
 */
export async function traceAlert(assessment: Assessment, labels: AlertLabels | null, store = storage()): Promise<SpeakingRouting[]> {
  const [files, baseline] = await Promise.all([listSpeakingFiles(assessment), getBaseline(assessment)])
  const configs = files.filter(({ format }) => format === 'alertmanager-config')
  return Promise.all(configs.map(async file => {
    const beside = files.filter(({ format, service }) => (format === 'prometheus-rules' || format === 'prometheus-config') && service === file.service)
    const read = await Promise.all([file, ...beside].map(async ({ fileName, sha256 }) => ({ name: fileName, bytes: await bytesOf(sha256, store) })))
    const given = read.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []))
    return { file, routing: await trace({ files: given, labels, rows: baseline?.alertRoutes ?? [] }) }
  }))
}

async function trace(task: RoutingTask): Promise<AlertRouting | null> {
  const traced = await turns.add(() => runApart<RoutingAnswer>('alert-routing-worker.mjs', task, limits))
  return 'answer' in traced ? traced.answer : null
}
