'use client'

import { useRouter } from 'next/navigation'
import { useState, type ComponentProps } from 'react'
import { ActionForm } from './action-form'

/**
 * A form on a page of no assessment, where no live stream says that something changed: once it has saved, the page
 * is asked for anew, and the fields start again from what is stored.
 */
export function RenewingForm<Input>({ children, onSaved, ...rest }: ComponentProps<typeof ActionForm<Input>>) {
  const router = useRouter()
  const [saves, setSaves] = useState(0)
  function renew() {
    setSaves(saves + 1)
    onSaved?.()
    router.refresh()
  }
  return <ActionForm {...rest} onSaved={renew}>{state => <div key={saves}>{children(state)}</div>}</ActionForm>
}
