/**
 * Holds what is sent before the page can run. The browser would go to an address made of what was typed, and the page
 * and what is typed would be gone. Forms that work without scripts say where they lead, and are let go.
 */
export function HoldSent() {
  return <script dangerouslySetInnerHTML={{ __html: hold }} />
}

// On the window, so that it is the last to hear: what a part of the page that is alive already has taken is not held.
const hold = `
window.heldForms = new Map()
window.holdForm = event => {
  if (event.defaultPrevented || event.target.hasAttribute('action')) return
  event.preventDefault()
  heldForms.set(event.target, event.submitter)
}
addEventListener('submit', holdForm)
`

interface Holding {
  /** Each with the button that sent it. */
  heldForms?: Map<HTMLFormElement, HTMLElement | null>
  holdForm?: (event: Event) => void
}

/** Sends what was held, each form once, and holds nothing more. */
export function sendHeld(): void {
  const { heldForms, holdForm } = window as Holding
  if (!heldForms || !holdForm) return
  removeEventListener('submit', holdForm)
  // What was entered early is known to the forms only by then.
  setTimeout(() => {
    for (const [form, button] of heldForms) if (form.isConnected) form.requestSubmit(button)
    heldForms.clear()
  })
}
