'use client'

import { useSyncExternalStore } from 'react'

/** Has something heard that was done by what is gone from the page with it. */
export function sayLastingly(text: string): void {
  said = { text, number: said.number + 1 }
  for (const listener of listeners) listener()
}

/** Where that is heard: one for a page, and there before anything is said. The same is heard again when it happens again. */
export function LastingStatus() {
  const { text, number } = useSyncExternalStore(listen, () => said, () => nothing)
  return <p role="status" className="sr-only"><span key={number}>{text}</span></p>
}

const nothing = { text: '', number: 0 }
let said = nothing
const listeners = new Set<() => void>()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
