import { destinationKinds } from '@/lib/domain/destinations'
import type { Translate } from '@/lib/i18n/translate'

/** What the palette says, apart from the names of where it leads. */
export function paletteWords(t: Translate) {
  const words = [
    'open', 'title', 'field', 'list', 'loading', 'none', 'noneAdvice', 'leftOut', 'unreachable', 'retry', 'close', 'keys',
  ] as const
  return {
    ...Object.fromEntries(words.map(word => [word, t(`palette.${word}`)])) as Record<(typeof words)[number], string>,
    count: t('palette.count', { count: '{count}' }),
    countShown: t('palette.countShown', { count: '{count}', shown: '{shown}' }),
    kinds: Object.fromEntries(destinationKinds.map(kind => [kind, t(`palette.kind.${kind}`)])) as Record<(typeof destinationKinds)[number], string>,
  }
}

export type PaletteWords = ReturnType<typeof paletteWords>
