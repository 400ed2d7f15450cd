/** Holds the place of `rows` rows that are still on their way; it does not move. */
export function Skeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-9 items-center border-b border-line"><div className="h-3 w-2/3 bg-sunken" /></div>
      ))}
    </div>
  )
}
