import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { LinkButton } from '@/components/ui/link-button'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface ReviewStepsProps {
  language: Language
  /** From 1; null where what is open is not among what waits. */
  position: number | null
  count: number
  previous: string | null
  next: string | null
  keys: { previous: string; next: string }
}

/** Where one is in what waits, and the way to its neighbours. */
export function ReviewSteps({ language, position, count, previous, next, keys }: ReviewStepsProps) {
  const t = translator(language)
  return (
    <nav aria-label={t('review.queue')} className="flex flex-wrap items-center gap-3 print:hidden">
      {previous && (
        <LinkButton href={previous} rel="prev" size="small" aria-keyshortcuts={keys.previous}>
          <Icon name="chevron-left" />{t('review.previous')}<KeyHint>{keys.previous}</KeyHint>
        </LinkButton>
      )}
      {position !== null && <span className="text-small text-muted">{t('review.position', { position, count })}</span>}
      {next && (
        <LinkButton href={next} rel="next" size="small" aria-keyshortcuts={keys.next}>
          {t('review.next')}<Icon name="chevron-right" /><KeyHint>{keys.next}</KeyHint>
        </LinkButton>
      )}
    </nav>
  )
}
