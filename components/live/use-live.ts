import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Told } from '@/lib/domain/told'
import { openStream, type Connection, type Stream } from './stream'
import { useRenewal } from './use-renewal'

/**
 * Has the page renewed whenever it is told news, and gives how it stands to the server. `address` is that of the
 * stream, with what the page knows when it is opened; `isNews` decides whether something that it is told is.
 */
export function useLive(address: () => string, isNews: (told: Told) => boolean): Connection {
  const [connection, setConnection] = useState<Connection>('open')
  const stream = useRef<Stream>(undefined)
  // Whether the page has to be renewed when the server answers again.
  const isBehind = useRef(false)
  const renewSoon = useRenewal(async () => {
    const isReached = await stream.current?.check() ?? false
    if (!isReached) isBehind.current = true
    return isReached
  })
  const addressNow = useEffectEvent(address)
  const hear = useEffectEvent((told: Told) => { if (isNews(told)) renewSoon() })
  const report = useEffectEvent((reported: Connection) => {
    setConnection(reported)
    // Whoever signed in again may do other things than before, or be somebody else.
    if (reported === 'signed-out') isBehind.current = true
    if (reported !== 'open' || !isBehind.current) return
    isBehind.current = false
    renewSoon()
  })
  useEffect(() => {
    const opened = openStream(() => addressNow(), told => hear(told), reported => report(reported))
    stream.current = opened
    return () => opened.close()
  }, [])
  return connection
}
