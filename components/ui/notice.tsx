import clsx from 'clsx'
import type { ReactNode } from 'react'
import { DiscCheck, DiscInfo, Octagon, Triangle } from './shapes'
import { toneBorder, toneGround, toneText } from './tone'

export type NoticeTone = 'info' | 'warn' | 'danger' | 'good'

interface NoticeProps {
  tone: NoticeTone
  /** The message itself, in a few words. */
  title: ReactNode
  children?: ReactNode
  /** Announces it to those who hear the page, where it appears after something was done. */
  live?: boolean
}

const shapes = { info: <DiscInfo />, warn: <Triangle />, danger: <Octagon />, good: <DiscCheck /> }

/** Something that the reader must know before going on; `danger` only for what blocks. */
export function Notice({ tone, title, children, live = false }: NoticeProps) {
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex gap-3 rounded-sm border-l-4 px-4 py-3 print:break-inside-avoid', toneBorder[tone], toneGround[tone],
      )}
    >
      <span className={clsx('mt-1', toneText[tone])}>{shapes[tone]}</span>
      <div className="min-w-0 max-w-reading">
        <p className="font-medium">{title}</p>
        {children}
      </div>
    </div>
  )
}
