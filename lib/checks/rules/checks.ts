import { annotations } from './annotations'
import { count } from './count'
import { coverage } from './coverage'
import { droppedLabel } from './dropped-label'
import { duplicate } from './duplicate'
import { forCheck } from './for'
import { labels } from './labels'
import { orphanAlert } from './orphan-alert'
import { unknownJob } from './unknown-job'
import { unknownLabel } from './unknown-label'

export const rulesChecks = [
  orphanAlert, unknownJob, unknownLabel, labels, annotations, forCheck, duplicate, droppedLabel, count, coverage,
] as const
