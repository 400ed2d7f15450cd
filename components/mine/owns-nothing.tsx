import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { Language } from '@/lib/domain/language'
import type { Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'

/** For those who prove nothing themselves: why the page is empty, and where their own work is. */
export function OwnsNothing({ language, slug, viewer }: { language: Language; slug: string; viewer: Viewer }) {
  const t = translator(language)
  const isAuditor = viewer.roles.includes('auditor')
  const links = [
    { href: `/${slug}`, label: t('mine.toSummary') },
    { href: `/${slug}/verdict`, label: t('mine.toVerdict') },
    ...(isAuditor ? [{ href: `/${slug}/events`, label: t('mine.toEvents') }] : []),
  ]
  return (
    <EmptyState
      title={t('mine.ownsNothing')}
      action={<p className="flex flex-wrap gap-3">{links.map(({ href, label }) => <LinkButton key={href} href={href}>{label}</LinkButton>)}</p>}
    >
      {t('mine.ownsNothingLead')}
    </EmptyState>
  )
}
