import { check } from '../check'

/** Every volume is encrypted. */
export const volumeEncryption = check({
  id: 'fly-listing/volume-encryption',
  format: 'fly-volumes',
  subjects: ['volume-encryption'],
  findings: { unencrypted: 'fail', unknown: 'inconclusive' },
  * run({ items }) {
    for (const { name, encrypted } of items)
      if (encrypted.value !== true) yield { key: encrypted.value === false ? 'unencrypted' : 'unknown', place: encrypted.place, values: { name } }
  },
})
