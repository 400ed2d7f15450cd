import clsx from 'clsx'

const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  'chevron-right': 'M6 3.5 10.5 8 6 12.5',
  'chevron-left': 'M10 3.5 5.5 8 10 12.5',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  'arrow-up': 'M8 13V3M4 7l4-4 4 4',
  'arrow-down': 'M8 3v10M4 9l4 4 4-4',
  menu: 'M2 4h12M2 8h12M2 12h12',
  search: 'M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0ZM10 10l3.5 3.5',
  clock: 'M8 4.5V8l2.5 2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  file: 'M4 1.5h5L12.5 5v9.5H4zM9 1.5V5h3.5',
} as const

export type IconName = keyof typeof paths

/** A line drawing of 16 px in the colour of the text; it decorates words and never replaces them. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={clsx('drawing', className)}>
      <path d={paths[name]} strokeWidth="1.75" />
    </svg>
  )
}
