/** What a colour says. `danger` is kept for what blocks, `waived` for accepted risk. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'danger' | 'waived'

export const toneText: Record<Tone, string> = {
  neutral: 'text-neutral', info: 'text-info', good: 'text-good', warn: 'text-warn', danger: 'text-danger',
  waived: 'text-waived',
}

export const toneGround: Record<Tone, string> = {
  neutral: 'bg-neutral-soft', info: 'bg-info-soft', good: 'bg-good-soft', warn: 'bg-warn-soft',
  danger: 'bg-danger-soft', waived: 'bg-waived-soft',
}

export const toneBorder: Record<Tone, string> = {
  neutral: 'border-neutral', info: 'border-info', good: 'border-good', warn: 'border-warn', danger: 'border-danger',
  waived: 'border-waived',
}
