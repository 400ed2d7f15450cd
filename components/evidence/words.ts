import type { Translate } from '@/lib/i18n/translate'

// Messages are not sent to the browser: its forms get the few words that they need.

export function submitWords(t: Translate) {
  return {
    effectiveOn: t('evidence.effectiveLabel'), effectiveOnHint: t('evidence.effectiveHint'),
    link: t('evidence.link'), linkHint: t('evidence.linkHint'),
    service: t('evidence.service'), serviceHint: t('evidence.serviceHint'),
    environment: t('evidence.environment'), environmentHint: t('evidence.environmentHint'),
    note: t('evidence.note'), noteHint: t('evidence.noteHint'), more: t('evidence.more'),
    send: t('evidence.send'), sending: t('evidence.sending'),
    problem: t('form.problem'), saved: t('evidence.sent'), lost: t('form.lost'),
  }
}

export function reviewWords(t: Translate) {
  return {
    reason: t('evidence.reviewReason'), reasonHint: t('evidence.reviewReasonHint'),
    accept: t('evidence.accept'), reject: t('evidence.reject'), withdraw: t('evidence.withdrawAction'), sending: t('form.saving'),
    problem: t('form.problem'), saved: t('evidence.reviewed'), lost: t('form.lost'),
  }
}

export function withdrawWords(t: Translate) {
  return { ...reviewWords(t), reason: t('evidence.withdrawReason') }
}
