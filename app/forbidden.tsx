import { MessagePage } from '@/components/layout/message-page'
import { messageWords } from '@/components/layout/message-words'
import { currentLanguage } from '@/lib/doors/session'
import { translator } from '@/lib/i18n/translate'

/** Signed in, but without the permission that the page demands. */
export default async function Forbidden() {
  const t = translator(await currentLanguage())
  return <MessagePage title={t('state.forbiddenTitle')} text={t('state.forbidden')} words={messageWords(t)} />
}
