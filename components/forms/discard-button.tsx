import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { settle } from './settle'

/** Goes back to what is stored. The button goes with what was edited. */
export function DiscardButton({ onDiscard, children }: { onDiscard: () => void; children: ReactNode }) {
  return <Button variant="quiet" onClick={({ currentTarget }) => settle(currentTarget, onDiscard)}>{children}</Button>
}
