'use client'

import { useEffect, useReducer, useRef } from 'react'

// Parts of a page that are heard by their name when they get the focus.
const parts = 'section, article, table, fieldset, dialog, main'

/**
 * Keeps the focus where somebody works when what had it is gone, as a row goes with the button that removed it: the
 * nearest part of the page that is left takes it, or the page's title where that is all. Whoever knows better where
 * to go on is asked first.
 */
export function KeptFocus() {
  // What has the focus, and all that it stands in.
  const path = useRef<Element[]>([])
  const [losses, lose] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const isLost = () => path.current[0]?.isConnected === false && isNowhere()
    const remember = ({ target }: Pick<FocusEvent, 'target'>) => { path.current = [...ancestors(target)] }
    // Who leaves a field for the bare page wants nothing more of it. What is being removed has gone when this runs.
    const forget = ({ target }: FocusEvent) => queueMicrotask(() => {
      if (path.current[0] === target && !isLost() && isNowhere()) path.current = []
    })
    const observer = new MutationObserver(() => { if (isLost()) lose() })
    // Somebody may work on the page before it is alive.
    if (!isNowhere()) remember({ target: document.activeElement })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
      observer.disconnect()
    }
  }, [])
  // Comes after all effects of what took it away, and so after theirs who put the focus somewhere themselves.
  useEffect(() => {
    if (losses === 0 || !isNowhere()) return
    const left = path.current.find(element => element.isConnected && element.matches(parts))
    if (left) land(left.matches('main') ? left.querySelector('h1') ?? left : left)
  }, [losses])
  return null
}

function* ancestors(target: EventTarget | null): Generator<Element> {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) yield at
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body

/** Gives it the focus, with no jump: it holds the place where the person was. */
function land(part: Element): void {
  if (!(part instanceof HTMLElement)) return
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}
