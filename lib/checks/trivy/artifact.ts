import { daysBetween } from '@/lib/domain/dates'
import { check } from '../check'
import type { Trivy } from '../formats/trivy'
import { dayOf } from '../instant'

/** The report is of one image that can be told from all others, and says when it was made. */
export const artifact = check({
  id: 'trivy/artifact',
  format: 'trivy',
  subjects: ['image-scan'],
  findings: {
    'not-an-image': 'inconclusive', future: 'inconclusive', 'latest-tag': 'warning', 'no-digest': 'warning', undated: 'warning',
    age: 'info', pins: 'info',
  },
  * run({ artifact, createdAt }, { today }) {
    const { name, place } = artifact
    if (artifact.type !== null && artifact.type !== imageType) yield { key: 'not-an-image', place, values: { name, type: artifact.type } }
    else {
      if (tagOf(name) === 'latest') yield { key: 'latest-tag', place, values: { name } }
      if (!isPinned(artifact)) yield { key: 'no-digest', place, values: { name } }
      // Trivy lists what is installed, not how it was asked for.
      yield { key: 'pins', place }
    }
    if (!createdAt || createdAt.instant === null) yield { key: 'undated', place: createdAt?.place ?? place }
    else {
      const day = dayOf(createdAt.instant)
      // The day of the assessment may lag that of UTC by one.
      if (daysBetween(day, today) < -1) yield { key: 'future', place: createdAt.place, values: { day } }
      else yield { key: 'age', place: createdAt.place, values: { day } }
    }
  },
})

/** Others are folders, repositories, and the disks of virtual machines. */
const imageType = 'container_image'

/** The tag of an image; without one and without a digest it is `latest`. */
function tagOf(name: string): string | null {
  const [reference = '', digest] = name.split('@')
  const tag = /:([\w][\w.-]{0,127})$/.exec(reference)?.[1]
  return tag ?? (digest ? null : 'latest')
}

function isPinned({ name, digests }: Trivy['artifact']): boolean {
  return /@sha256:[0-9a-f]{64}$/.test(name) || digests.some(digest => /@sha256:[0-9a-f]{64}$/.test(digest))
}
