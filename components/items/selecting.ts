'use client'

import { createContext } from 'react'
import type { Selection, Shown } from './selection'

interface Selecting {
  selection: Selection
  shown: Shown
  select: (codes: readonly string[], isSelected: boolean) => void
}

/** What is selected of the list around, and how that changes. */
export const SelectingContext = createContext<Selecting>({ selection: new Map(), shown: {}, select: () => {} })
