import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Goes back to what is stored. The button goes with what was edited, so the focus goes to where the form begins. */
export function DiscardButton({ onDiscard, children }: { onDiscard: () => void; children: ReactNode }) {
  return (
    <Button
      variant="quiet"
      onClick={({ currentTarget }) => {
        const first = currentTarget.form?.elements[0]
        if (first instanceof HTMLElement) first.focus()
        onDiscard()
      }}
    >
      {children}
    </Button>
  )
}
