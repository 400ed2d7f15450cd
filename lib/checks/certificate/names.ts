import { check } from '../check'

/** The certificate of the server says which names it is for, where browsers look for them. */
export const names = check({
  id: 'certificate/names',
  format: 'pem-certificate',
  subjects: ['certificates'],
  findings: { 'no-names': 'fail', 'only-authorities': 'inconclusive', names: 'info' },
  * run({ certificates, place }) {
    const servers = certificates.filter(({ isAuthority }) => !isAuthority)
    if (servers.length === 0) yield { key: 'only-authorities', place }
    for (const { place, name, alternativeNames } of servers) {
      if (alternativeNames.length === 0) yield { key: 'no-names', place, values: { name } }
      else yield { key: 'names', place, values: { names: alternativeNames.join(', ') } }
    }
  },
})
