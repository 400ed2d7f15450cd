'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { Checkbox } from './checkbox'

/**
 * Listens for the keys that the buttons, links and fields of a page show, and presses or focuses them. Keys are
 * left alone while somebody types or holds another one, and can be turned off: software that speaks or is spoken
 * to sends letters of its own.
 */
export function Shortcuts({ words }: { words: { on: string; lead: string } }) {
  const on = useSyncExternalStore(listen, isOn, () => true)
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      const control = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')]
        .find(candidate => candidate.getAttribute('aria-keyshortcuts') === event.key.toUpperCase())
      if (!control) return
      event.preventDefault()
      if (isTyping(control)) control.focus()
      else control.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  return (
    <Checkbox name="shortcuts" label={words.on} hint={words.lead} checked={on} onChange={event => setOn(event.target.checked)} />
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null
}

const typed = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog]'

const key = 'shortcuts'
const listeners = new Set<() => void>()
let turnedOff = false

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return !turnedOff
  }
}

function setOn(on: boolean): void {
  turnedOff = !on
  try {
    localStorage.setItem(key, on ? 'on' : 'off')
  } catch {
    // Where the browser refuses its store, the choice lives as long as the page.
  }
  for (const listener of listeners) listener()
}
