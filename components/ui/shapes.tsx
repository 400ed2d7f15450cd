'use client'

import type { ReactNode } from 'react'

// The one visual idea of the application: a hollow shape is claimed, a solid one is proven or settled.
// All are 16 px, in the colour of the text; `ground` is what shows through a solid shape. Pages have hundreds, so
// they are sent once as code, and by name where they are used.

const ground = 'var(--color-raised)'

function Shape({ children, size }: ShapeProps & { children: ReactNode }) {
  return <svg viewBox="0 0 16 16" aria-hidden="true" className={size ? `drawing ${sizes[size]}` : 'drawing'}>{children}</svg>
}

interface ShapeProps {
  /** Pixels; 16 without it. */
  size?: keyof typeof sizes
}

const sizes = { 10: 'size-2.5', 12: 'size-3', 14: 'size-3.5', 36: 'size-9' } as const

function ring(inside: ReactNode) {
  return function Ring({ size }: ShapeProps) {
    return <Shape size={size}><circle cx="8" cy="8" r="6.25" />{inside}</Shape>
  }
}

function solid(outline: ReactNode, inside?: ReactNode) {
  return function Solid({ size }: ShapeProps) {
    return (
      <Shape size={size}>
        <g fill="currentColor" stroke="none">{outline}</g>
        {inside && <g stroke={ground} strokeWidth="1.75">{inside}</g>}
      </Shape>
    )
  }
}

const disc = <circle cx="8" cy="8" r="7" />
const check = <path d="M4.75 8.5 7 10.75l4.25-5" />
const cross = <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" />
const slash = <path d="M4 12 12 4" />

/** Hollow, broken line: nothing claimed yet. */
export function RingDotted({ size }: ShapeProps) {
  return <Shape size={size}><circle cx="8" cy="8" r="6.25" strokeDasharray="2.2 2.7" strokeLinecap="butt" /></Shape>
}
export const Ring = ring(null)
export const RingQuarter = ring(<path d="M8 1.75V8h6.25" />)
export const RingHalf = ring(<path d="M8 1.75v12.5" />)
export const RingCheck = ring(check)
export const RingSlash = ring(slash)
export const RingDots = ring(<path d="M5.25 8h.01M8 8h.01M10.75 8h.01" strokeWidth="1.9" />)

export const Disc = solid(disc)
export const DiscCheck = solid(disc, check)
export const DiscCross = solid(disc, cross)
export const DiscSlash = solid(disc, slash)
export const DiscClock = solid(disc, <path d="M8 4.25V8l2.5 1.75" />)
export const DiscBack = solid(disc, <path d="M7 4.75 4.5 7.25 7 9.75M4.75 7.25h4.5a2 2 0 0 1 0 4H8" />)
export const DiscInfo = solid(disc, <path d="M8 7.5v4M8 4.6h.01" />)
export const Octagon = solid(<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />, cross)
export const Triangle = solid(<path d="M8 1.2 15.4 14.5H.6z" />, <path d="M8 6v4M8 12.3h.01" />)
export const Diamond = solid(<path d="M8 .6 15.4 8 8 15.4.6 8z" />, <path d="M5.5 8h5" />)
export const Bar = solid(<rect x="2" y="6.5" width="12" height="3" rx="0.5" />)
export const Stacked = solid(<path d="M1 1h9v3.5H4.5V10H1zM6 6h9v9H6z" />)

/** A ring whose left half is filled: proven in part. */
export function DiscHalf({ size }: ShapeProps) {
  return (
    <Shape size={size}>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 1.75a6.25 6.25 0 0 0 0 12.5z" fill="currentColor" />
    </Shape>
  )
}

/** One to three bars: how much depends on it. */
export function Weight({ bars }: { bars: 1 | 2 | 3 }) {
  return (
    <Shape>
      <path
        d={['M2 13h12', 'M2 8h12', 'M2 3h12'].slice(0, bars).join('')} strokeWidth="2.5" strokeLinecap="butt"
      />
    </Shape>
  )
}

/** Shapes by the name that a tag is sent with. */
export const tagShapes = {
  'ring-dotted': <RingDotted />, 'ring-quarter': <RingQuarter />, 'ring-half': <RingHalf />, 'ring-check': <RingCheck />,
  'ring-slash': <RingSlash />, 'ring-dots': <RingDots />, 'disc-check': <DiscCheck />, 'disc-cross': <DiscCross />,
  'disc-slash': <DiscSlash />, 'disc-clock': <DiscClock />, 'disc-back': <DiscBack />, 'disc-half': <DiscHalf />,
  octagon: <Octagon />, diamond: <Diamond />, bar: <Bar />, stacked: <Stacked />,
  'weight-1': <Weight bars={1} />, 'weight-2': <Weight bars={2} />, 'weight-3': <Weight bars={3} />,
}
