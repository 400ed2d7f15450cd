import type { ProbedHeaders } from '@/lib/domain/probe'
import { check } from '../check'

/** Seconds of a year, which the assessment asks of HSTS. */
const year = 31_536_000

/** Browsers are told to come over HTTPS alone, and what a page may do. */
export const headers = check({
  id: 'probe/headers',
  format: 'probe-result',
  subjects: ['security-headers'],
  findings: {
    'no-hsts': 'fail', 'invalid-hsts': 'fail', 'short-hsts': 'fail', missing: 'fail',
    'no-page': 'inconclusive', unmeasured: 'inconclusive',
    'no-referrer-policy': 'warning', discloses: 'warning', 'host-alone': 'info',
  },
  * run({ headers: seen }) {
    const { place, path } = seen
    if (seen.error !== null) return yield { key: 'unmeasured', place, values: { reason: seen.error } }
    const { status, strictTransportSecurity: hsts, server, poweredBy } = seen
    // What a server says in trouble is often not said by the one that serves the pages.
    if (status === 429 || status >= 500) return yield { key: 'no-page', place, values: { path, status } }

    if (hsts === null) yield { key: 'no-hsts', place }
    else if (hsts.maxAge === null) yield { key: 'invalid-hsts', place }
    else if (hsts.maxAge < year) yield { key: 'short-hsts', place, values: { seconds: hsts.maxAge, year } }
    else if (!hsts.includeSubDomains) yield { key: 'host-alone', place }

    const isPage = status < 300 && /^(text\/html|application\/xhtml\+xml)\b/i.test(seen.contentType ?? '')
    const absent = missing(seen, isPage)
    if (absent.length > 0) yield { key: 'missing', place, values: { path, headers: absent.join(', ') } }
    if (status >= 300) yield { key: 'no-page', place, values: { path, status } }
    if (isPage && !seen.referrerPolicy) yield { key: 'no-referrer-policy', place }
    for (const software of [server, poweredBy])
      if (software !== null && /\d\.\d/.test(software)) yield { key: 'discloses', place, values: { software } }
  },
})

/** Of the headers that protect content those that it comes without. What is no page runs nothing and is framed by nobody. */
function missing({ contentTypeOptions, contentSecurityPolicy, frameOptions }: ProbedHeaders, isPage: boolean): string[] {
  const isFramed = !/^\s*(deny|sameorigin)\s*$/i.test(frameOptions ?? '') && !/(^|[;,])\s*frame-ancestors\s/i.test(contentSecurityPolicy ?? '')
  return [
    ...(/^\s*nosniff\s*$/i.test(contentTypeOptions ?? '') ? [] : ['X-Content-Type-Options']),
    ...(isPage && !contentSecurityPolicy ? ['Content-Security-Policy'] : []),
    ...(isPage && isFramed ? ['frame-ancestors / X-Frame-Options'] : []),
  ]
}
