'use client'

import { useEffect } from 'react'
import { useRenewal } from './use-renewal'

/** Renews a page that belongs to no assessment whenever anything changes, and once it was cut off, when it is back. */
export function LiveRefreshAll() {
  const renewSoon = useRenewal()
  useEffect(() => {
    const source = new EventSource('/live')
    let wasOpen = false
    source.addEventListener('open', () => {
      if (wasOpen) renewSoon()
      wasOpen = true
    })
    source.addEventListener('revision', renewSoon)
    source.addEventListener('instance', renewSoon)
    source.addEventListener('signed-out', () => window.location.assign('/sign-in'))
    return () => source.close()
  }, [renewSoon])
  return null
}
