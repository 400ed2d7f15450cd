import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { artifact } from './artifact'

const digest = `sha256:${'7653ebe7'.repeat(8)}`
const of = (more: Record<string, unknown>) => JSON.stringify({
  SchemaVersion: 2, CreatedAt: '2026-11-20T03:35:02.53046848Z', ArtifactName: 'registry.example/portal:1.4.2', ArtifactType: 'container_image',
  Metadata: { RepoDigests: [`registry.example/portal@${digest}`] }, Results: [], ...more,
})

test.each([
  ['an image by tag and digest', of({}), ['age', 'pins']],
  ['the tag latest', of({ ArtifactName: 'portal:latest' }), ['age', 'latest-tag', 'pins']],
  ['no tag', of({ ArtifactName: 'registry.example:5000/portal' }), ['age', 'latest-tag', 'pins']],
  ['by its digest alone', of({ ArtifactName: `portal@${digest}`, Metadata: {} }), ['age', 'pins']],
  ['no digest', of({ Metadata: {} }), ['age', 'no-digest', 'pins']],
  ['a folder', of({ ArtifactType: 'filesystem', ArtifactName: '.' }), ['age', 'not-an-image']],
  ['no date', of({ CreatedAt: undefined }), ['pins', 'undated']],
  ['a date that is none', of({ CreatedAt: 'yesterday' }), ['pins', 'undated']],
  ['a date to come', of({ CreatedAt: '2027-01-01T00:00:00Z' }), ['future', 'pins']],
  ['a month ago', of({ CreatedAt: '2026-10-27T12:00:00Z' }), ['age', 'pins']],
  ['more than a month ago', of({ CreatedAt: '2026-10-26T12:00:00Z' }), ['old', 'pins']],
  ['the day after, which is today further west', of({ CreatedAt: '2026-11-27T01:00:00Z' }), ['age', 'pins']],
])('%s', (_, text, expected) => {
  expect(found(artifact, text).map(one => one.split(' ')[0]).sort()).toEqual(expected)
})
