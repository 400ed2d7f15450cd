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
    let latest = 0
    let instanceMoved = false
    const renewSoon = () => {
      clearTimeout(timer)
      // A person's own change brings its page along; only what is still news then is asked for.
      timer = setTimeout(() => {
        if (!instanceMoved && latest <= shown.current) return
        instanceMoved = false
        router.refresh()
      }, 150)
    }
    source.addEventListener('revision', event => {
      latest = (JSON.parse(event.data) as { revision: number }).revision
      if (latest > shown.current) renewSoon()
    })
    source.addEventListener('instance', () => {
      instanceMoved = true
      renewSoon()
    })
    source.addEventListener('signed-out', () => window.location.assign('/sign-in'))
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [router, slug])
  return null
}
