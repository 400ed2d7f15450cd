import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { currentLanguage } from '@/lib/doors/session'
import { outside } from '@/lib/doors/sign-in'
import { translator } from '@/lib/i18n/translate'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('refused.title') }
}

export default async function RefusedPage({ searchParams }: { searchParams: Promise<{ reason?: string }> }) {
  const { reason } = await searchParams
  const t = translator(await currentLanguage())
  return (
    <>
      <h1 className="text-title">{t('refused.title')}</h1>
      <p>{t(`refused.${reason === 'second_factor' || reason === 'no_group' ? reason : 'other'}`)}</p>
      <p>{t('refused.kept')}</p>
      <p>{t('refused.ask', { contact: outside().supportContact })}</p>
      <p><LinkButton href="/sign-in?again=1">{t('refused.tryAgain')}</LinkButton></p>
    </>
  )
}
