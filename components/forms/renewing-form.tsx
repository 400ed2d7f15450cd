'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { ActionForm } from './action-form'

/**
 * A form on a page of no assessment, where no live stream says that something changed: once it has saved, the page
 * is asked for anew.
 */
export function RenewingForm<Input>({ onSaved, ...rest }: ComponentProps<typeof ActionForm<Input>>) {
  const router = useRouter()
  return <ActionForm {...rest} onSaved={form => { onSaved?.(form); router.refresh() }} />
}
