'use client'

import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import type { DestinationSource } from './load-destinations'
import type { PaletteDialogProps } from './palette-dialog'
import type { PaletteWords } from './palette-words'

interface PaletteLauncherProps {
  source: DestinationSource
  words: PaletteWords
}

type Dialog = ComponentType<PaletteDialogProps>

/** Opens the palette by button or by Ctrl-K (⌘K), and fetches its code only then. */
export function PaletteLauncher({ source, words }: PaletteLauncherProps) {
  const [open, setOpen] = useState(false)
  const [Dialog, setDialog] = useState<Dialog | null>(null)
  const [failed, setFailed] = useState(false)
  const keys = useSyncExternalStore(never, keysHere, () => 'Ctrl K')

  async function launch() {
    setOpen(true)
    const loaded = await import('./palette-dialog').catch(() => null)
    setFailed(!loaded)
    if (loaded) setDialog(() => loaded.PaletteDialog)
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey === event.metaKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      if (!event.repeat) void launch()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button
        type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => void launch()}
        className={`${buttonStyle('secondary', 'small', false)} phone:min-h-11 phone:min-w-11 phone:border-transparent`}
      >
        <Icon name="search" />
        <span className="phone:sr-only">{words.open}</span>
        <KeyHint>{keys}</KeyHint>
      </button>
      {failed && <span role="alert" className="ml-2 text-small font-medium text-danger">{words.unreachable}</span>}
      {open && Dialog && <Dialog source={source} words={words} onClose={() => setOpen(false)} />}
    </>
  )
}

// The page is the same for all who read it; only the browser knows its keyboard.
function keysHere(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
}

const never = () => () => undefined
