'use client'

import { useEffect, useRef } from 'react'
import { isConcerned, type Concerns } from '@/lib/domain/changes'
import type { Told } from '@/lib/domain/told'
import { LiveNotice } from './live-notice'
import type { LiveWords } from './live-words'
import { useLive } from './use-live'

interface LiveRefreshProps {
  slug: string
  /** The revision that the page shows. */
  revision: number
  /** The same of what belongs to no assessment. */
  instanceRevision: number
  /** What the page shows and rests on; without it, on everything. */
  concerns?: Concerns
  words: LiveWords
}

/**
 * Renews a page of an assessment when what it shows has changed. The stream says where things stand when it begins,
 * and what changed since what the page knows, so nothing is missed while it is away.
 */
export function LiveRefresh({ slug, revision, instanceRevision, concerns, words }: LiveRefreshProps) {
  // The revisions up to which nothing is missing on the page.
  const known = useRef({ revision, instance: instanceRevision })

  useEffect(() => {
    known.current.revision = Math.max(known.current.revision, revision)
    known.current.instance = Math.max(known.current.instance, instanceRevision)
  }, [revision, instanceRevision])

  function isNews(told: Told): boolean {
    const of = told.name === 'instance' ? 'instance' : 'revision'
    if (told.revision <= known.current[of]) return false
    known.current[of] = told.revision
    return told.name !== 'revision' || isConcerned(concerns, told.changes)
  }

  const connection = useLive(() => `/live?assessment=${encodeURIComponent(slug)}&revision=${known.current.revision}`, isNews)
  return <LiveNotice connection={connection} words={words} />
}
