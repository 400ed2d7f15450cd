import { expect, test } from 'vitest'
import { previewOf } from './media-types'

test.each([
  ['text/plain', 'text'], ['application/yaml', 'text'], ['text/csv', 'text'],
  // What could run is text, and never a page or a picture.
  ['text/html', 'text'], ['image/svg+xml', 'text'], ['application/xml', 'text'],
  ['image/png', 'image'], ['image/jpeg', 'image'], ['image/webp', 'image'], ['image/gif', 'image'],
  ['application/pdf', 'pdf'],
  ['application/zip', null], ['application/octet-stream', null], ['image/tiff', null], ['', null],
])('%s is shown as %s', (mediaType, kind) => expect(previewOf(mediaType)).toBe(kind))
