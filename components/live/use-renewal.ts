import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useTransition } from 'react'

const pauseMilliseconds = 50

/**
 * A function that has the page renewed soon, without a reload: what somebody is typing stays. Several calls in a row
 * are one renewal, and one is under way at a time; what is asked for meanwhile leads to one more. `isReached` is asked
 * first, and without its word nothing happens: Next leaves the page for its address where a renewal fails.
 */
export function useRenewal(isReached: () => Promise<boolean>): () => void {
  const router = useRouter()
  const [renewing, start] = useTransition()
  const isStale = useRef(false)
  // Not within the transition: all that are under way would wait for the answer, those of forms too.
  const asking = useRef(false)
  const renew = useRef(async () => {})
  useEffect(() => {
    renew.current = async () => {
      if (renewing || asking.current || !isStale.current) return
      asking.current = true
      const [reached] = await Promise.all([isReached(), pause()])
      asking.current = false
      // The page was left meanwhile.
      if (!isStale.current) return
      isStale.current = false
      if (reached) start(() => router.refresh())
    }
    void renew.current()
  }, [renewing, router, isReached])
  useEffect(() => () => { isStale.current = false }, [])
  return useCallback(() => {
    isStale.current = true
    void renew.current()
  }, [])
}

/** In which further news may come, and the question whether the page is reached is answered. */
function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, pauseMilliseconds))
}
