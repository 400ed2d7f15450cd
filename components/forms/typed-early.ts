'use client'

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Takes what was typed into a field before its page could run: React hears of no such input, and a field whose value
 * is kept in state would forget it at its next rendering. Gives the ref of that field.
 */
export function useTypedEarly<Control extends HTMLInputElement | HTMLTextAreaElement>(
  take: (value: string) => void,
): RefObject<Control | null> {
  const control = useRef<Control>(null)
  const isAlive = useRef(false)
  useEffect(() => {
    if (isAlive.current) return
    isAlive.current = true
    // While a page comes alive a field holds what the person sees, and its default what was sent.
    if (control.current && control.current.value !== control.current.defaultValue) take(control.current.value)
  })
  return control
}
