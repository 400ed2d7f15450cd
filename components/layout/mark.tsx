/** The product's mark: the ring of what is claimed around the disc of what is proven. */
export function Mark() {
  return (
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" className="shrink-0 text-accent">
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <circle cx="8" cy="8" r="3.5" fill="currentColor" />
    </svg>
  )
}
