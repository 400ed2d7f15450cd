'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

interface Stored<Fields> {
  fields: Fields
  version: number
  /** Takes what was just saved for stored, and asks for the page that says so. What did not differ made no new version. */
  saved: (fields: Fields) => void
}

/** What is stored as far as a form knows: what the page says, or what it saved itself until the page says otherwise. */
export function useStored<Fields>(fields: Fields, version: number): Stored<Fields> {
  const router = useRouter()
  const [own, setOwn] = useState<{ over: number; fields: Fields } | null>(null)
  if (own !== null && own.over !== version) setOwn(null)
  const stored = own?.over === version ? { fields: own.fields, version: version + 1 } : { fields, version }
  return {
    ...stored,
    saved: next => {
      if (JSON.stringify(next) === JSON.stringify(stored.fields)) return
      setOwn({ over: version, fields: next })
      router.refresh()
    },
  }
}
