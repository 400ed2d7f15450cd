import { fingerprintOf, signatureAlgorithm, verifyProbe } from '@/lib/domain/probe'
import { check } from '../check'
import { everySubject } from './subjects'

/** The result is the one that was signed. Whose key signed it is for people to know: the fingerprint is shown. */
export const signature = check({
  id: 'probe/signature',
  format: 'probe-result',
  subjects: everySubject,
  findings: { changed: 'fail', missing: 'fail', unusable: 'fail', 'signed-by': 'info' },
  * run({ signature, content, place }) {
    if (signature === null) return yield { key: 'missing', place }
    const verified = signature.algorithm === signatureAlgorithm ? verifyProbe(content, signature) : 'unusable'
    if (verified === 'unusable') yield { key: 'unusable', place: signature.place }
    else if (verified === 'changed') yield { key: 'changed', place: signature.place }
    else yield { key: 'signed-by', place: signature.place, values: { fingerprint: fingerprintOf(signature.publicKey) } }
  },
})
