'use client'

import { useEffect, useRef } from 'react'
import { isConcerned, type Changes, type Concerns } from '@/lib/domain/changes'
import { useRenewal } from './use-renewal'

interface LiveRefreshProps {
  slug: string
  /** The revision that the page shows. */
  revision: number
  /** What the page shows and rests on; without it, on everything. */
  concerns?: Concerns
}

interface Told {
  revision: number
  /** What changed since the revision before; null where it may be anything. */
  changes: Changes | null
}

/**
 * Renews a page of an assessment when what it shows has changed. The stream says where it begins, reconnects by
 * itself, and is then told what changed meanwhile, so nothing is missed while it was away.
 */
export function LiveRefresh({ slug, revision, concerns }: LiveRefreshProps) {
  const renewSoon = useRenewal()
  // The revision up to which nothing is missing on the page.
  const current = useRef(revision)
  const shown = useRef(concerns)

  useEffect(() => {
    shown.current = concerns
    current.current = Math.max(current.current, revision)
  }, [revision, concerns])
  useEffect(() => {
    const source = new EventSource(`/live?assessment=${encodeURIComponent(slug)}&revision=${current.current}`)
    source.addEventListener('revision', event => {
      const told = JSON.parse(event.data) as Told
      if (told.revision <= current.current) return
      current.current = told.revision
      if (isConcerned(shown.current, told.changes)) renewSoon()
    })
    source.addEventListener('instance', renewSoon)
    source.addEventListener('signed-out', () => window.location.assign('/sign-in'))
    return () => source.close()
  }, [slug, renewSoon])
  return null
}
