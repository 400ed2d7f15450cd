'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

interface LiveRefreshProps {
  slug: string
  /** The revision that the page shows. */
  revision: number
}

/**
 * Renews the page when its assessment moves on, without a reload: what somebody is typing stays. The stream
 * reconnects by itself and is then told the current revision, so nothing is missed while it was away.
 */
export function LiveRefresh({ slug, revision }: LiveRefreshProps) {
  const router = useRouter()
  const shown = useRef(revision)
  useEffect(() => { shown.current = revision }, [revision])
  useEffect(() => {
    const source = new EventSource(`/live?assessment=${encodeURIComponent(slug)}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const renewSoon = () => {
      clearTimeout(timer)
      // A person's own change brings its page along; only what is still news then is asked for.
      timer = setTimeout(() => router.refresh(), 150)
    }
    source.addEventListener('revision', event => {
      const { revision: announced } = JSON.parse(event.data) as { revision: number }
      if (announced <= shown.current) return
      shown.current = announced
      renewSoon()
    })
    source.addEventListener('instance', renewSoon)
    source.addEventListener('signed-out', () => window.location.assign('/sign-in'))
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [router, slug])
  return null
}
