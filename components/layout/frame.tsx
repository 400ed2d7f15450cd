import type { ReactNode } from 'react'

interface FrameProps {
  header: ReactNode
  /** The page itself, where the skip link leads. */
  children: ReactNode
  footer: ReactNode
}

/** Head, page and foot. On paper it is a table, since browsers repeat nothing else at the foot of every sheet. */
export function Frame({ header, children, footer }: FrameProps) {
  return (
    <div className="flex min-h-dvh flex-col print:table print:w-full">
      {header}
      <main
        id="content" tabIndex={-1}
        className="mx-auto w-full max-w-page px-6 pt-6 outline-none phone:px-4 print:table-row-group"
      >
        {children}
      </main>
      <div className="mt-auto print:table-footer-group print:break-inside-avoid">{footer}</div>
    </div>
  )
}
