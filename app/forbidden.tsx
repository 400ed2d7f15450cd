import { MessagePage } from '@/components/layout/message-page'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

/** Signed in, but without the permission that the page demands. */
export default async function Forbidden() {
  const language = await currentLanguage()
  const t = translator(language)
  return <MessagePage language={language} title={t('state.forbiddenTitle')}><p>{t('state.forbidden')}</p></MessagePage>
}
