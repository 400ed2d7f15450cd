'use client'

import { useEffect } from 'react'
import { sendHeld } from './sent-early'

/**
 * Has the page hear of what was typed, chosen, ticked and sent before it could run. React takes fields over as it finds them
 * and asks for no input that it missed, so a field whose value is kept in state would forget it at its next rendering,
 * and a list would not be filtered by it. Stands behind everything else, so that it comes alive last.
 */
export function EnteredEarly() {
  useEffect(() => {
    const controls = document.querySelectorAll<Control>('input, textarea, select')
    for (const control of [...controls].filter(isChanged)) enterAgain(control)
    sendHeld()
  }, [])
  return null
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** While a page comes alive a field holds what the person sees, and its default what was sent. */
function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const sent = [...control.options].find(option => option.defaultSelected) ?? control.options[0]
    return control.value !== (sent?.value ?? '')
  }
  if (isTicked(control)) return control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}

/** Does as the person did. Of a box and of text React compares with what it last knew, so that goes back first. */
function enterAgain(control: Control): void {
  if (control instanceof HTMLSelectElement) {
    const { value } = control
    control.dispatchEvent(new Event('change', { bubbles: true }))
    // Of a choice that was made in the very moment React may first put back what it knew, and then hear that.
    if (control.value === value) return
    control.value = value
    control.dispatchEvent(new Event('change', { bubbles: true }))
  } else if (control.type === 'file') {
    control.dispatchEvent(new Event('change', { bubbles: true }))
  } else if (isTicked(control)) {
    control.checked = control.defaultChecked
    control.click()
  } else {
    const { value } = control
    control.value = control.defaultValue
    // Past React, which would otherwise take it for its own doing.
    Reflect.set(Object.getPrototypeOf(control) as object, 'value', value, control)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function isTicked(control: HTMLInputElement | HTMLTextAreaElement): control is HTMLInputElement {
  return control.type === 'checkbox'
}
