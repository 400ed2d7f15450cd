import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

/** Says that a list is empty, why, and what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-sm border border-dashed border-edge px-6 py-8">
      <p className="font-medium">{title}</p>
      {children && <div className="mt-1 max-w-reading text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
