'use client'

import { Command } from 'cmdk'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { fillWords } from '@/lib/i18n/fill-words'
import { setLanguage, signOut } from '@/lib/actions/account'
import { findDestinations, type Destination } from '@/lib/domain/destinations'
import { loadDestinations, type DestinationSource, type Loaded } from './load-destinations'
import type { PaletteWords } from './palette-words'

export interface PaletteDialogProps {
  source: DestinationSource
  words: PaletteWords
  onClose: () => void
}

/** How many results are shown: more are not read, they are narrowed down. */
const most = 50

/** Finds by what is typed and goes there. A dialog of the browser's own: it keeps the focus in, and gives it back. */
export function PaletteDialog({ source, words, onClose }: PaletteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [, start] = useTransition()
  const load = () => void loadDestinations(source).then(setLoaded)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    // Once: what is open stays as it is, also when the page below is renewed.
    load()
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const found = loaded?.ok ? findDestinations(loaded.destinations, typed) : []
  const shown = found.slice(0, most)
  const told = fillWords(shown.length < found.length ? words.countShown : words.count, { count: found.length, shown: shown.length })

  function go(destination: Destination) {
    dialog.current?.close()
    if ('href' in destination) return window.location.assign(destination.href)
    start(async () => {
      if (destination.verb === 'signOut') return signOut()
      const form = new FormData()
      form.set('language', source.language === 'es' ? 'en' : 'es')
      await setLanguage(form)
    })
  }

  return (
    <dialog
      ref={dialog} aria-label={words.title} onClose={onClose}
      onClick={event => { if (event.target === event.currentTarget) event.currentTarget.close() }}
      className={
        'fixed inset-x-0 top-[10vh] bottom-auto mx-auto my-0 w-[40rem] max-w-[calc(100vw-2rem)] rounded-sm border border-edge bg-raised text-ink ' +
        'backdrop:bg-black/40 phone:top-0 phone:w-full phone:max-w-none print:hidden'
      }
    >
      <Command label={words.title} shouldFilter={false} loop vimBindings={false}>
        <div className="flex items-center border-b border-line">
          <Command.Input
            value={typed} onValueChange={setTyped} placeholder={words.field} maxLength={200}
            className="h-12 min-w-0 grow bg-transparent px-4 -outline-offset-3!"
          />
          <Button variant="quiet" size="small" className="mx-2" onClick={() => dialog.current?.close()}>{words.close}</Button>
        </div>
        <Command.List label={words.list} className="max-h-[min(60vh,28rem)] overflow-y-auto overscroll-contain phone:max-h-[70dvh]">
          {shown.map(destination => (
            <Command.Item
              key={keyOf(destination)} value={keyOf(destination)} onSelect={() => go(destination)}
              className={
                'flex min-h-9 cursor-pointer items-baseline gap-3 border-l-3 border-transparent px-4 py-1.5 phone:min-h-11 ' +
                'data-[selected=true]:border-accent data-[selected=true]:bg-info-soft'
              }
            >
              {destination.code && <span className="w-20 shrink-0 font-mono text-small">{destination.code}</span>}
              <span className="line-clamp-2 min-w-0 grow">{destination.label}</span>
              <span className="max-w-40 shrink-0 truncate text-small text-muted">{destination.of ?? words.kinds[destination.kind]}</span>
            </Command.Item>
          ))}
        </Command.List>
        {loaded?.ok && found.length === 0 && (
          <div className="px-4 py-3">
            <p className="font-medium">{words.none}</p>
            <p className="text-muted">{words.noneAdvice}</p>
          </div>
        )}
        {loaded?.ok && loaded.leftOut && <p className="border-t border-line px-4 py-2 text-small text-muted">{words.leftOut}</p>}
        {loaded?.ok === false && (
          <div role="alert" className="px-4 py-3">
            <p className="mb-2 font-medium text-danger">{loaded.message ?? words.unreachable}</p>
            <Button size="small" onClick={load}>{words.retry}</Button>
          </div>
        )}
        <p className="flex flex-wrap justify-between gap-x-4 border-t border-line px-4 py-2 text-small text-muted">
          <span role="status">{loaded?.ok ? told : loaded === null && words.loading}</span>
          <span className="phone:hidden">{words.keys}</span>
        </p>
      </Command>
    </dialog>
  )
}

/** Its own among all: two may lead to one address. */
function keyOf(destination: Destination): string {
  return `${destination.kind} ${'href' in destination ? destination.href : destination.verb}`
}
