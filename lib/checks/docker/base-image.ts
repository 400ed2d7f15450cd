import { check } from '../check'
import type { DockerImage, Dockerfile } from '../formats/dockerfile'
import type { Place } from '../place'

/** Every image that is built on stays the same until somebody changes it. */
export const baseImage = check({
  id: 'docker/base-image',
  format: 'dockerfile',
  subjects: ['image-scan'],
  findings: { 'no-tag': 'fail', latest: 'fail', 'broken-digest': 'fail', 'tag-only': 'warning', variable: 'inconclusive' },
  * run(file) {
    for (const { image, place } of imagesOf(file)) {
      const key = looseness(image)
      if (key) yield { key, place, values: { image: image.text, variable: image.unresolved ?? '' } }
    }
  },
})

/** The images of `FROM`, `COPY --from` and `RUN --mount` that come from a registry. */
function imagesOf({ stages }: Dockerfile): { image: DockerImage; place: Place }[] {
  return stages
    .flatMap(({ base, place, instructions }) => [
      { image: base, place },
      ...instructions.flatMap(one => [...(one.source ? [one.source] : []), ...one.mounted].map(image => ({ image, place: one.place }))),
    ])
    .filter(({ image }) => image.stage === null && image.text !== 'scratch')
}

function looseness({ unresolved, digest, tag }: DockerImage) {
  if (unresolved !== null) return 'variable'
  if (digest !== null) return /^sha256:[0-9a-f]{64}$|^sha512:[0-9a-f]{128}$/.test(digest) ? null : 'broken-digest'
  return tag === null ? 'no-tag' : tag === 'latest' ? 'latest' : 'tag-only'
}
