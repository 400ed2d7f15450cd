import { MessagePage } from '@/components/layout/message-page'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

/** No such page, or nothing of that name. */
export default async function NotFound() {
  const language = await currentLanguage()
  const t = translator(language)
  return <MessagePage language={language} title={t('state.notFoundTitle')}><p>{t('state.notFound')}</p></MessagePage>
}
