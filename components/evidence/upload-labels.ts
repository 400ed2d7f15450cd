import type { Language } from '@/lib/domain/language'
import { formatNumber } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import type { UploadWords } from './upload-field'

const keep = { name: '{name}', percent: '{percent}', message: '{message}' }

/** The words of an upload field. Pages get `limitBytes` as `uploadLimitBytes` from their door. */
export function uploadLabels(language: Language, limitBytes: number): UploadWords {
  const t = translator(language)
  // As people count, and as the refusal of the server counts: 100 MB are 100 × 1024².
  const limit = `${formatNumber(Math.round(limitBytes / 1024 ** 2 * 10) / 10, language)} MB`
  return {
    label: t('upload.label'),
    hint: t('upload.hint', { limit }),
    choose: t('upload.choose'),
    drop: t('upload.drop'),
    cancel: t('upload.cancel', keep),
    remove: t('upload.remove', keep),
    retry: t('upload.retry', keep),
    redact: t('upload.redact', keep),
    waiting: t('upload.waiting'),
    sending: t('upload.sending', keep),
    storing: t('upload.storing'),
    arrived: t('upload.arrived'),
    announceArrived: t('upload.announceArrived', keep),
    announceFailed: t('upload.announceFailed', keep),
    tooLarge: t('upload.tooLarge', { limit }),
    empty: t('failure.empty_file'),
    connectionLost: t('upload.connectionLost'),
    answerUnreadable: t('upload.answerUnreadable'),
  }
}
