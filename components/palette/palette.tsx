import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { PaletteLauncher } from './palette-launcher'
import { paletteWords } from './palette-words'

interface PaletteProps {
  language: Language
  /** The assessment that the page is of. */
  assessment?: { slug: string; revision: number }
}

/** The way by name to anything that the viewer may open. The page holds only the button: what it leads to is asked for when it is opened. */
export function Palette({ language, assessment }: PaletteProps) {
  const source = { slug: assessment?.slug ?? null, revision: assessment?.revision ?? null, language }
  return <PaletteLauncher source={source} words={paletteWords(translator(language))} />
}
