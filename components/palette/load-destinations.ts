import type { Destination } from '@/lib/domain/destinations'
import type { Language } from '@/lib/domain/language'

/** What the destinations are of, and as of when; outside assessments there is no revision that would tell. */
export interface DestinationSource {
  slug: string | null
  revision: number | null
  language: Language
}

interface Offered {
  destinations: readonly Destination[]
  /** Whether some assessments hold too much to be offered outside them. */
  leftOut: boolean
}

/** The destinations, or why there are none, in the reader's words; without words where the server was not reached. */
export type Loaded = { ok: true } & Offered | { ok: false; message?: string }

let kept: { key: string; offered: Offered } | null = null

/** Asks the server where the palette leads; at most once for each revision that the page comes to show. */
export async function loadDestinations({ slug, revision, language }: DestinationSource): Promise<Loaded> {
  const key = `${slug}@${revision} ${language}`
  if (kept?.key === key) return { ok: true, ...kept.offered }
  try {
    const response = await fetch(slug === null ? '/api/v1/destinations' : `/api/v1/assessments/${slug}/destinations`)
    const body = await response.json() as Offered | { detail?: string }
    if (!('destinations' in body)) return { ok: false, message: body.detail }
    if (revision !== null) kept = { key, offered: body }
    return { ok: true, ...body }
  } catch {
    return { ok: false }
  }
}
