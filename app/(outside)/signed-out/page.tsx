import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton } from '@/components/ui/link-button'
import { currentLanguage, currentViewer } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('signIn.signedOutTitle') }
}

export default async function SignedOutPage() {
  if (await currentViewer()) redirect('/')
  const t = translator(await currentLanguage())
  return (
    <>
      <h1 className="text-title">{t('signIn.signedOutTitle')}</h1>
      <p>{t('signIn.signedOut')}</p>
      <p><LinkButton href="/sign-in">{t('signIn.enterAgain')}</LinkButton></p>
    </>
  )
}
