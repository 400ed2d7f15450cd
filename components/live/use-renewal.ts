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
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const renew = useRef(async () => {})
  useEffect(() => {
    renew.current = async () => {
      if (renewing || asking.current || !isStale.current) return
      asking.current = true
      const reached = await isReached()
      asking.current = false
      isStale.current = false
      if (reached) start(() => router.refresh())
    }
    if (timer.current === undefined) void renew.current()
  }, [renewing, router, isReached])
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    isStale.current = true
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void renew.current()
    }, pauseMilliseconds)
  }, [])
}
