'use client'

import { LiveNotice } from './live-notice'
import type { LiveWords } from './live-words'
import { useLive } from './use-live'

interface LiveRefreshAllProps {
  /** The overall revision that the page shows. */
  revision: number
  words: LiveWords
}

/** Renews a page that belongs to no assessment whenever anything changes, or has changed when the stream begins. */
export function LiveRefreshAll({ revision, words }: LiveRefreshAllProps) {
  const connection = useLive(() => '/live', told => told.name !== 'overall' || told.revision > revision)
  return <LiveNotice connection={connection} words={words} />
}
