import { check } from '../check'
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
    else if (!lineage(final).some(({ instructions }) => instructions.some(({ source }) => source !== null)))
      yield { key: 'nothing-copied', place: final.place }
  },
})
