import { check } from '../check'

/** The file is a chain: first the certificate of the server, signed by an authority, and after each the one that signed it. */
export const chain = check({
  id: 'certificate/chain',
  format: 'pem-certificate',
  subjects: ['certificates'],
  findings: {
    'self-signed': 'fail', 'wrong-order': 'fail', alone: 'inconclusive', unrelated: 'inconclusive', 'only-authorities': 'inconclusive',
    root: 'info',
  },
  * run({ certificates, place }) {
    if (certificates.every(({ isAuthority }) => isAuthority)) yield { key: 'only-authorities', place }
    for (const [at, { place, name, isSelfSigned, isAuthority, issuer }] of certificates.entries()) {
      if (isSelfSigned && !isAuthority) yield { key: 'self-signed', place, values: { name } }
      else if (isSelfSigned) yield { key: 'root', place, values: { name } }
      else if (issuer === null && at < certificates.length - 1) yield { key: 'unrelated', place, values: { name } }
      else if (issuer !== null && issuer !== at + 1)
        yield { key: 'wrong-order', place, values: { name, issuer: certificates[issuer]?.name ?? '?' } }
    }
    const [only, another] = certificates
    if (only && !another && !only.isSelfSigned && !only.isAuthority) yield { key: 'alone', place: only.place, values: { name: only.name } }
  },
})
