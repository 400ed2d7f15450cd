// Apart from its schema, so that a browser can write the address without the schema's library.

/** What the address of a what-if assumes. */
export interface WhatIfQuery {
  /** Codes as they were asked for, each once; which of them are items is for the page to say. */
  proven: readonly string[]
  /** Whether the board has agreed the dates of what is standard. */
  datesAgreed: boolean
}

/** The address's part that assumes this, `?` included; empty where nothing is assumed. */
export function whatIfAddress({ proven, datesAgreed }: WhatIfQuery): string {
  const parts = [
    ...(proven.length > 0 ? [`proven=${proven.map(encodeURIComponent).join(',')}`] : []),
    ...(datesAgreed ? ['dates=agreed'] : []),
  ]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
