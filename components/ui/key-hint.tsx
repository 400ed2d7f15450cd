/** The key that does what stands beside it. */
export function KeyHint({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-current/40 px-1 font-mono text-small leading-4 phone:hidden print:hidden">
      {children}
    </kbd>
  )
}
