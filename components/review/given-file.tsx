'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { refusalOf, RefusalWords, type Refusal } from './refusal'

interface GivenFileProps {
  href: string
  words: { loading: string; unreadable: string }
  /** What shows the file itself. */
  children: ReactNode
}

/**
 * Shows a file that the browser draws once the door would give it, and else why it does not: a picture or a frame keeps
 * to itself what it was refused with.
 */
export function GivenFile({ href, words, children }: GivenFileProps) {
  const [answer, setAnswer] = useState<'asking' | 'given' | Refusal>('asking')
  const { unreadable } = words
  useEffect(() => {
    const leaving = new AbortController()
    ask(href, leaving.signal)
      .catch((): Refusal => ({ message: unreadable }))
      .then(answered => { if (!leaving.signal.aborted) setAnswer(answered) })
    return () => leaving.abort()
  }, [href, unreadable])

  if (answer === 'asking') return <p className="text-muted">{words.loading}</p>
  return answer === 'given' ? children : <RefusalWords {...answer} />
}

async function ask(href: string, signal: AbortSignal): Promise<'given' | Refusal> {
  const headers = { accept: 'application/json' }
  if ((await fetch(href, { method: 'HEAD', signal, headers })).ok) return 'given'
  // Only an answer to GET has words.
  const response = await fetch(href, { signal, headers })
  return response.ok ? 'given' : refusalOf(response)
}
