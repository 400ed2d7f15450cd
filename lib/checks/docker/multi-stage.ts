import { check } from '../check'
import type { DockerStage } from '../formats/dockerfile'
import { finalStage, lineage } from './final-stage'

/** What is only needed to build stays out of the image. */
export const multiStage = check({
  id: 'docker/multi-stage',
  format: 'dockerfile',
  subjects: ['image-scan'],
  findings: { 'single-stage': 'fail', 'nothing-copied': 'fail' },
  * run(file, context) {
    const final = finalStage(file, context)
    if (file.stages.length === 1) yield { key: 'single-stage', place: final.place }
    else if (!takesFromOthers(lineage(final))) yield { key: 'nothing-copied', place: final.place }
  },
})

/** Whether these stages take from another of the file: what comes from a registry leaves nothing of the build behind. */
function takesFromOthers(stages: readonly DockerStage[]): boolean {
  return stages.some(({ instructions }) => instructions.some(({ source, mounted }) =>
    [source, ...mounted].some(image => image?.stage && !stages.includes(image.stage))))
}
