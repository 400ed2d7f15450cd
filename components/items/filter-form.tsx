'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

interface FilterFormProps {
  /** The address that the form asks. */
  action: string
  /** What is always in sight. */
  search: ReactNode
  /** What a phone shows on demand. */
  filters: ReactNode
  filtersWord: string
  /** What fields hold when nobody chose otherwise: it is left out of the address. */
  usual?: Readonly<Record<string, string>>
  /** The boxes of which one is always ticked: with none the address would ask for what is usual, against what is seen. */
  oneOf?: string
}

const typingMilliseconds = 300

/**
 * A form that asks by address, and with JavaScript as soon as something changes: the page is renewed in place,
 * so that focus and what is being typed stay.
 */
export function FilterForm({ action, search, filters, filtersWord, usual = {}, oneOf }: FilterFormProps) {
  const [open, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const router = useRouter()
  const filtersId = useId()
  useEffect(() => () => clearTimeout(timer.current), [])

  function ask(form: HTMLFormElement) {
    clearTimeout(timer.current)
    const fields = new FormData(form)
    const address = new URLSearchParams()
    for (const name of new Set(fields.keys())) {
      const value = fields.getAll(name).join()
      if (value !== (usual[name] ?? '')) address.set(name, value)
    }
    router.replace(address.size === 0 ? action : `${action}?${address}`, { scroll: false })
  }

  function changed(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget
    if (event.target instanceof HTMLInputElement && event.target.name === oneOf && !new FormData(form).has(oneOf)) {
      event.target.checked = true
      return
    }
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'search'
    clearTimeout(timer.current)
    if (typed) timer.current = setTimeout(() => ask(form), typingMilliseconds)
    else ask(form)
  }

  function submitted(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    ask(event.currentTarget)
  }

  return (
    // What a browser would restore here is in the address.
    <form
      role="search" action={action} autoComplete="off" onChange={changed} onSubmit={submitted}
      className="my-4 space-y-3 print:hidden"
    >
      {search}
      <div className="desk:hidden noscript:hidden">
        <Button size="small" aria-expanded={open} aria-controls={filtersId} onClick={() => setOpen(!open)}>
          {filtersWord}<Icon name="chevron-down" className={open ? 'rotate-180' : undefined} />
        </Button>
      </div>
      <div id={filtersId} className={open ? undefined : 'phone:not-noscript:hidden'}>{filters}</div>
    </form>
  )
}
