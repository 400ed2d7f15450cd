import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useTransition } from 'react'

const pauseMilliseconds = 50

/**
 * A function that has the page renewed soon, without a reload: what somebody is typing stays. Several calls in a row
 * are one renewal, and one is under way at a time; what is asked for meanwhile leads to one more.
 */
export function useRenewal(): () => void {
  const router = useRouter()
  const [renewing, start] = useTransition()
  const isStale = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const renew = useRef(() => {})
  useEffect(() => {
    renew.current = () => {
      if (renewing || !isStale.current) return
      isStale.current = false
      start(() => router.refresh())
    }
    if (timer.current === undefined) renew.current()
  }, [renewing, router])
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    isStale.current = true
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      renew.current()
    }, pauseMilliseconds)
  }, [])
}
