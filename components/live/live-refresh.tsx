'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

interface LiveRefreshProps {
  slug: string
  /** The revision that the page shows. */
  revision: number
  /** Ids of the items and tasks that the page shows; without them it shows everything. */
  concerns?: readonly string[]
}

interface Told {
  revision: number
  /** Ids of what changed since the revision before; null where that is not known. */
  subjects: string[] | null
}

const pauseMilliseconds = 50

/**
 * Renews the page when what it shows has changed, without a reload: what somebody is typing stays. The stream
 * reconnects by itself and is then told the current revision, so nothing is missed while it was away. One
 * renewal is under way at a time; what is told meanwhile leads to one more.
 */
export function LiveRefresh({ slug, revision, concerns }: LiveRefreshProps) {
  const router = useRouter()
  const [renewing, start] = useTransition()
  // The revision up to which nothing is missing on the page, and whether something is.
  const current = useRef(revision)
  const isStale = useRef(false)
  const shown = useRef(concerns)
  const renew = useRef(() => {})

  useEffect(() => {
    shown.current = concerns
    current.current = Math.max(current.current, revision)
  }, [revision, concerns])
  useEffect(() => {
    renew.current = () => {
      if (renewing || !isStale.current) return
      isStale.current = false
      start(() => router.refresh())
    }
    renew.current()
  }, [renewing, router])
  useEffect(() => {
    const source = new EventSource(`/live?assessment=${encodeURIComponent(slug)}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const renewSoon = () => {
      isStale.current = true
      // Several writes in a row are one renewal.
      timer ??= setTimeout(() => {
        timer = undefined
        renew.current()
      }, pauseMilliseconds)
    }
    source.addEventListener('revision', event => {
      const told = JSON.parse(event.data) as Told
      if (told.revision <= current.current) return
      current.current = told.revision
      const { subjects } = told
      if (!subjects || !shown.current || subjects.some(id => shown.current?.includes(id))) renewSoon()
    })
    source.addEventListener('instance', renewSoon)
    source.addEventListener('signed-out', () => window.location.assign('/sign-in'))
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [slug])
  return null
}
