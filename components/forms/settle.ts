import { flushSync } from 'react-dom'

/** Does what takes the pressed button away, and goes on where its form begins. */
export function settle({ form }: HTMLButtonElement, change: () => void): void {
  // What is there to go on with is known only afterwards.
  flushSync(change)
  const first = [...form?.elements ?? []].find(element => element.matches('input, select, textarea'))
  if (first instanceof HTMLElement) first.focus()
}
