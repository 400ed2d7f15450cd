import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { entriesOf, get, placeOf, textOf, type Tree, type Unreadable } from '../syntax/tree'
import { labelsOf, readItems } from './prometheus/answer'
import { instantOf, type Instant } from './prometheus/instant'
import type { Label } from './prometheus-config'

/** Who received which test alert through which receiver, and when; `docs/delivery-receipts.md` says how it is written. */
export interface DeliveryReceipts {
  place: Place
  receipts: readonly Receipt[]
}

export interface Receipt {
  place: Place
  tree: Tree
  receiver: string
  alert: string
  channel: string
  person: string
  labels: readonly Label[]
  /** Null where it is not said, or is no moment. */
  sentAt: Instant | null
  receivedAt: Instant | null
  runbook: string
}

const fields = ['receiver', 'alert', 'channel', 'person', 'labels', 'sentAt', 'receivedAt', 'runbook', 'note']

export const deliveryReceipts: TreeFormat<DeliveryReceipts> = {
  syntax: 'json or yaml',
  hint: /^[ \t]*"?receipts"?[ \t]*:/m,
  matches: tree => get(tree, 'receipts') !== undefined,
  read: tree => {
    const receipts = readItems(get(tree, 'receipts'), 'receipts', receiptOf)
    if (!receipts.ok) return receipts
    const problems = receipts.value.flatMap(({ tree: receipt }) => unknownFields(receipt))
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { place: placeOf(tree, 'receipts'), receipts: receipts.value } }
  },
}

function receiptOf(tree: Tree): Receipt {
  const text = (field: string) => textOf(get(tree, field))?.trim() ?? ''
  return {
    place: tree.place, tree,
    receiver: text('receiver'), alert: text('alert'), channel: text('channel'), person: text('person'), runbook: text('runbook'),
    labels: labelsOf(get(tree, 'labels')),
    sentAt: instantOf(text('sentAt')),
    receivedAt: instantOf(text('receivedAt')),
  }
}

/** A field that is misspelt would be missed in silence. */
function unknownFields(receipt: Tree): Unreadable[] {
  return entriesOf(receipt).filter(([field]) => !fields.includes(field))
    .map(([field, { place }]) => ({ place, reason: 'shape', values: { expected: fields.join(', '), found: field } }))
}
