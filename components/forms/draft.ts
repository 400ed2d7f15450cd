'use client'

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'

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

/** What was entered in a form and is not stored yet, by field; `null` where nothing was. */
export interface Draft<Fields> {
  fields: Fields | null
  change: (fields: Fields) => void
  drop: () => void
}

/** The same as a text that is being typed, for several fields. */
export function useKeptDraft<Fields>(key: string): Draft<Fields> {
  const [text] = useDraft(key)
  return useMemo(() => ({
    fields: parse<Fields>(text),
    // Several may change before the next rendering.
    change: changed => write(key, JSON.stringify({ ...parse<Fields>(read(key)), ...changed })),
    drop: () => write(key, ''),
  }), [key, text])
}

/** A draft that lives as long as its form, where a page that many share cannot say whose words they are. */
export function usePassingDraft<Fields>(initial: Fields | null): Draft<Fields> {
  const [fields, setFields] = useState(initial)
  return { fields, change: changed => setFields(before => ({ ...before, ...changed })), drop: () => setFields(null) }
}

function parse<Fields>(text: string): Fields | null {
  return text === '' ? null : JSON.parse(text)
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
