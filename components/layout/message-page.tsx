'use client'

import { Mark } from './mark'

interface MessagePageProps {
  title: string
  text: string
  words: { product: string; account: string; start: string }
}

/**
 * A page that says one thing and leads on: not found, no access. Every page carries them along in case they are
 * needed, so they are sent as a name and a few words, and drawn only where they are shown.
 */
export function MessagePage({ title, text, words }: MessagePageProps) {
  return (
    <>
      <header className="border-b border-line bg-raised">
        <div className="mx-auto flex min-h-12 max-w-page items-center justify-between px-6 py-1.5 phone:px-4">
          <a href="/" className="inline-flex h-9 items-center gap-2 font-semibold text-ink no-underline hover:underline">
            <Mark />{words.product}
          </a>
          <a href="/account" className="inline-flex h-9 items-center text-small text-ink">{words.account}</a>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page space-y-4 px-6 pt-6 outline-none phone:px-4">
        <h1 className="text-title">{title}</h1>
        <p className="max-w-reading">{text}</p>
        <p><a href="/">{words.start}</a></p>
      </main>
    </>
  )
}
