'use client'

import clsx from 'clsx'
import { Fragment, useEffect, useState } from 'react'
import { toneBorder, toneGround, type Tone } from '../ui/tone'
import { previewLimits, previewLines } from './preview-lines'
import { refusalOf, RefusalWords, type Refusal } from './refusal'

interface TextPreviewProps {
  href: string
  /** Of the region that scrolls. */
  label: string
  words: { loading: string; unreadable: string; cut: string }
  /** What checks say of a line, shown under it. */
  remarks?: readonly Remark[]
}

export interface Remark {
  /** From 1. */
  line: number
  tone: Tone
  text: string
}

type Reading = { state: 'loading' } | { state: 'failed'; refusal: Refusal } | { state: 'read'; lines: string[]; isWhole: boolean }

/** The beginning of a text file with its lines numbered: as text, whatever it is. */
export function TextPreview({ href, label, words, remarks = [] }: TextPreviewProps) {
  const [reading, setReading] = useState<Reading>({ state: 'loading' })
  const { unreadable } = words
  useEffect(() => {
    const leaving = new AbortController()
    readBeginning(href, leaving.signal)
      .catch((): Reading => ({ state: 'failed', refusal: { message: unreadable } }))
      .then(read => { if (!leaving.signal.aborted) setReading(read) })
    return () => leaving.abort()
  }, [href, unreadable])

  if (reading.state === 'loading') return <p className="text-muted">{words.loading}</p>
  if (reading.state === 'failed') return <RefusalWords {...reading.refusal} />
  return (
    <>
      <pre
        // In reach of the keyboard, which else could not scroll it.
        tabIndex={0} role="region" aria-label={label}
        className={
          'max-h-[70vh] overflow-auto rounded-sm border border-line bg-sunken py-2 font-mono text-small ' +
          'break-words whitespace-pre-wrap [counter-reset:line]'
        }
      >
        {reading.lines.map((line, index) => (
          <Fragment key={index}>
            <span
              className={
                'relative block min-h-5 pr-3 pl-16 [counter-increment:line] before:absolute before:left-0 before:w-12 ' +
                'before:text-right before:text-muted before:content-[counter(line)]'
              }
            >
              {line}
            </span>
            {remarks.filter(remark => remark.line === index + 1).map((remark, nth) => (
              <span key={nth} className={clsx('my-0.5 mr-3 ml-16 block border-l-3 px-2 font-sans', toneBorder[remark.tone], toneGround[remark.tone])}>
                {remark.text}
              </span>
            ))}
          </Fragment>
        ))}
      </pre>
      {!reading.isWhole && <p className="mt-2 text-small text-muted">{words.cut}</p>}
    </>
  )
}

async function readBeginning(href: string, signal: AbortSignal): Promise<Reading> {
  const response = await fetch(href, { signal, headers: { accept: 'application/json' } })
  if (!response.ok || !response.body) return { state: 'failed', refusal: await refusalOf(response) }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let bytes = 0; bytes < previewLimits.bytes;) {
    const { value, done } = await reader.read()
    if (done) return { state: 'read', ...previewLines(text + decoder.decode(), true) }
    const taken = value.subarray(0, previewLimits.bytes - bytes)
    bytes += taken.byteLength
    text += decoder.decode(taken, { stream: true })
  }
  const { done } = await reader.read()
  await reader.cancel()
  return { state: 'read', ...previewLines(text, done) }
}
