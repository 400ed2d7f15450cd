import type { Place } from '../place'
import { flyListing, type Fields } from './fly-listing'

/** A certificate that Fly serves for a host name: `fly certs list --json` and `fly certs show --json`. */
export interface FlyCertificate {
  place: Place
  hostname: string
  /** Whether it is in service; null where the listing does not say. */
  issued: boolean | null
  status: string
  /** When it ends, each of its keys by the last that was issued for it. A list of certificates says none. */
  ends: readonly { place: Place; instant: number | null }[]
}

export const flyCertificates = flyListing<FlyCertificate>({
  wrapper: 'certificates',
  alone: true,
  has: [
    ['hostname'], ['clientstatus', 'status', 'configured'],
    ['clientstatus', 'acmerequested', 'acmednsconfigured', 'issued', 'certificates'],
  ],
  hint: /"(ClientStatus|clientStatus|acme_requested|acme_dns_configured)"\s*:/,
  read: fields => {
    const status = fields.text('clientstatus') ?? fields.text('status')
    const configured = fields.boolean('configured')
    return {
      place: fields.place('hostname'),
      hostname: fields.text('hostname') ?? '?',
      issued: configured === false || status === null ? configured : inService.includes(status.toLowerCase()),
      status: status ?? '?',
      ends: endsOf(fields),
    }
  },
})

/** `Ready` of the GraphQL API, `active` of the Machines API (flyctl, `internal/command/certificates/root.go`). */
const inService = ['ready', 'active', 'issued']

function endsOf(fields: Fields): FlyCertificate['ends'] {
  const certificates = fields.list('certificates').filter(one => inService.includes((one.text('status') ?? 'active').toLowerCase()))
  return [
    ...latestByType(fields.within('issued').list('nodes')),
    ...certificates.flatMap(one => latestByType(one.list('issued').length > 0 ? one.list('issued') : [one])),
  ]
}

/** Renewed ones stay in the list beside those that take over from them; RSA and ECDSA keys have one each. */
function latestByType(issued: readonly Fields[]): FlyCertificate['ends'] {
  const byType = Map.groupBy(issued.filter(one => one.has('expiresat')), one => one.text('type'))
  return [...byType.values()].flatMap(ones => ones.map(endOf).toSorted((a, b) => (b.instant ?? 0) - (a.instant ?? 0)).slice(0, 1))
}

function endOf(fields: Fields): FlyCertificate['ends'][number] {
  return { place: fields.place('expiresat'), instant: fields.instant('expiresat') }
}
