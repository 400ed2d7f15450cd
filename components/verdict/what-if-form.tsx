'use client'

import { useRouter } from 'next/navigation'
import type { ChangeEvent, FormEvent, ReactNode } from 'react'
import { whatIfAddress } from '@/lib/schemas/what-if-address'

/**
 * A form that asks by address. With JavaScript each tick asks at once, and the page is renewed in place; a tick is no
 * step to go back to.
 */
export function WhatIfForm({ action, children }: { action: string; children: ReactNode }) {
  const router = useRouter()

  function ask(form: HTMLFormElement) {
    const fields = new FormData(form)
    const proven = fields.getAll('proven').map(String)
    router.replace(action + whatIfAddress({ proven, datesAgreed: fields.has('dates') }), { scroll: false })
  }

  return (
    // What a browser would restore here is in the address.
    <form
      action={action} autoComplete="off"
      onChange={(event: ChangeEvent<HTMLFormElement>) => ask(event.currentTarget)}
      onSubmit={(event: FormEvent<HTMLFormElement>) => { event.preventDefault(); ask(event.currentTarget) }}
    >
      {children}
    </form>
  )
}
