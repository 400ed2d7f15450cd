import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { signIn } from '@/lib/actions/account'
import { currentLanguage, currentViewer } from '@/lib/doors/session'
import { outside } from '@/lib/doors/sign-in'
import { translator } from '@/lib/i18n/translate'
import { OwnPath } from '@/lib/schemas/sign-in'

interface Search {
  /** Code of what went wrong, as Auth.js names it; `unanswered` is ours. */
  error?: string
  /** The page to go to afterwards. */
  next?: string | string[]
  /** `1`: ask for the account anew. */
  again?: string
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { error, next, again } = await searchParams
  // Whoever signed in meanwhile in another tab goes on where this one was.
  if (await currentViewer()) redirect(OwnPath.parse(next))
  const { supportContact, demonstration } = outside()
  const t = translator(await currentLanguage())
  return (
    <>
      <h1 className="text-title">{t('signIn.title')}</h1>
      {error && (
        <Notice tone="warn" live title={t('signIn.notIn')}>
          <p>{t(reasonOf(error), { contact: supportContact })}</p>
        </Notice>
      )}
      <p>{t('signIn.what')}</p>
      <form action={signIn} className="flex flex-col items-start gap-2">
        <input type="hidden" name="next" value={OwnPath.parse(next)} />
        {again === '1' && <input type="hidden" name="again" value="1" />}
        <Button type="submit" variant="primary">{t('signIn.enter')}</Button>
        <p className="text-small text-muted">{t(demonstration ? 'signIn.demonstration' : 'signIn.secondFactor')}</p>
      </form>
    </>
  )
}

function reasonOf(error: string) {
  if (error === 'unanswered') return 'signIn.unanswered'
  return error === 'OAuthCallbackError' ? 'signIn.cancelled' : 'signIn.failed'
}
