import { MessagePage } from '@/components/layout/message-page'
import { messageWords } from '@/components/layout/message-words'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

/** No such page, or nothing of that name. */
export default async function NotFound() {
  const t = translator(await currentLanguage())
  return <MessagePage title={t('state.notFoundTitle')} text={t('state.notFound')} words={messageWords(t)} />
}
