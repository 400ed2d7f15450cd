import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { settle } from './settle'

interface OvertakenProps {
  title: string
  /** Means what was edited for what is stored now. */
  onKeepYours: () => void
  onKeepTheirs: () => void
  words: { keepYours: string; keepTheirs: string }
  /** What is stored now, or what to do about it. */
  children: ReactNode
}

/** Says in a form that something else was stored under what is being edited, and asks which of the two it shall be. */
export function Overtaken({ title, onKeepYours, onKeepTheirs, words, children }: OvertakenProps) {
  return (
    <Notice tone="warn" title={title} live>
      {children}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={({ currentTarget }) => settle(currentTarget, onKeepYours)}>{words.keepYours}</Button>
        <Button size="small" onClick={({ currentTarget }) => settle(currentTarget, onKeepTheirs)}>{words.keepTheirs}</Button>
      </div>
    </Notice>
  )
}
