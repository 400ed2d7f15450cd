'use client'

import { useCallback, useSyncExternalStore } from 'react'

/**
 * Text that is being typed, kept for this tab: it outlives a renewed page, a reload and a session that ended. The
 * key names the person too, so that whoever signs in next on the same tab does not find it. Empty text keeps
 * nothing.
 */
export function useDraft(key: string): [text: string, setText: (text: string) => void] {
  const text = useSyncExternalStore(listen, () => read(key), () => '')
  const setText = useCallback((changed: string) => write(key, changed), [key])
  return [text, setText]
}

const listeners = new Set<() => void>()
// Where the browser refuses its store, the text lives as long as the page.
const refused = new Map<string, string>()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(key: string): string {
  try {
    return refused.get(key) ?? sessionStorage.getItem(name(key)) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string): void {
  refused.delete(key)
  try {
    if (text === '') sessionStorage.removeItem(name(key))
    else sessionStorage.setItem(name(key), text)
  } catch {
    refused.set(key, text)
  }
  for (const listener of listeners) listener()
}

const name = (key: string) => `draft:${key}`
