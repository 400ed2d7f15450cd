import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Baseline } from '@/lib/domain/baseline'
import { check, ofRows, type Found } from '../check'
import type { Receipt } from '../formats/delivery-receipts'
import { placeOf } from '../syntax/tree'
import { matches, rowsOf } from './routes'

type Route = Baseline['alertRoutes'][number]
type Key = 'incomplete' | 'future' | 'before-sent' | 'slow' | 'old' | 'no-runbook' | 'other-route' | 'unknown-receiver'

/** Minutes within which a test alert must arrive, and days for which its receipt holds (assessment, criterion of the delivery of alerts). */
const mostMinutes = 5
const mostDays = 90

/** For each receiver a named person received a test alert, through a named channel, in time. */
export const receipts = check({
  id: 'live/receipts',
  format: 'delivery-receipts',
  subjects: ['alert-delivery'],
  findings: {
    missing: 'fail', incomplete: 'fail', future: 'fail', 'before-sent': 'fail', slow: 'fail', 'other-route': 'fail', 'no-runbook': 'warning',
    'unknown-receiver': 'warning', old: 'inconclusive', 'no-routes': 'inconclusive',
  },
  * run({ place, receipts }, { baseline, today, filesOf }) {
    const receivers = new Set(baseline.alertRoutes.map(({ receiver }) => receiver))
    if (receivers.size === 0) yield { key: 'no-routes', place }
    for (const receipt of receipts) {
      yield * ofRows(rowsOf(meantBy(receipt, baseline)), faultsOf(receipt, today))
      const routes = baseline.alertRoutes.filter(({ receiver }) => receiver === receipt.receiver)
      if (receipt.receiver !== '' && receivers.size > 0 && routes.length === 0)
        yield { key: 'unknown-receiver', place: placeOf(receipt.tree, 'receiver'), values: { receiver: receipt.receiver } }
      if (receipt.labels.length > 0 && routes.length > 0 && !routes.some(({ match }) => matches(match, receipt.labels)))
        yield { key: 'other-route', place: placeOf(receipt.tree, 'labels'), values: { receiver: receipt.receiver, alert: receipt.alert }, rows: rowsOf(routes) }
    }
    const received = new Set(filesOf('delivery-receipts').flatMap(({ document }) => document.receipts.map(({ receiver }) => receiver)))
    for (const receiver of receivers) if (!received.has(receiver))
      yield { key: 'missing', place, values: { receiver }, rows: rowsOf(baseline.alertRoutes.filter(route => route.receiver === receiver)) }
  },
  // Where a receipt may be of several routes, it says of none that it works.
  rows: ({ receipts }, { baseline }) => receipts.map(receipt => meantBy(receipt, baseline)).filter(({ length }) => length === 1).flatMap(rowsOf),
})

/** Routes that a receipt may be of: those to its receiver, and of them those for the labels of its alert if it says any. */
function meantBy({ receiver, labels }: Receipt, { alertRoutes }: Baseline): Route[] {
  const routes = alertRoutes.filter(route => route.receiver === receiver)
  const fitting = labels.length > 0 ? routes.filter(({ match }) => matches(match, labels)) : []
  return fitting.length > 0 ? fitting : routes
}

function * faultsOf(receipt: Receipt, today: LocalDate): Iterable<Found & { key: Key }> {
  const { tree, place, sentAt, receivedAt } = receipt
  const values = { receiver: receipt.receiver }
  for (const field of ['receiver', 'alert', 'channel', 'person'] as const)
    if (!isSaid(receipt[field])) yield { key: 'incomplete', place: placeOf(tree, field), values: { ...values, field } }
  if (!sentAt) yield { key: 'incomplete', place: placeOf(tree, 'sentAt'), values: { ...values, field: 'sentAt' } }
  if (!receivedAt) yield { key: 'incomplete', place: placeOf(tree, 'receivedAt'), values: { ...values, field: 'receivedAt' } }
  else if (receivedAt.day > today) yield { key: 'future', place: placeOf(tree, 'receivedAt'), values }
  else if (daysBetween(receivedAt.day, today) > mostDays)
    yield { key: 'old', place: placeOf(tree, 'receivedAt'), values: { ...values, days: mostDays } }
  if (sentAt && receivedAt) {
    const minutes = (receivedAt.at - sentAt.at) / 60_000
    if (minutes < 0) yield { key: 'before-sent', place: placeOf(tree, 'receivedAt'), values }
    else if (minutes > mostMinutes)
      yield { key: 'slow', place: placeOf(tree, 'receivedAt'), values: { ...values, minutes: Math.ceil(minutes), limit: mostMinutes } }
  }
  if (!/^https?:\/\/\S+$/i.test(receipt.runbook)) yield { key: 'no-runbook', place, values }
}

/** Neither empty nor what a form is filled with for the time being. */
function isSaid(text: string): boolean {
  return text !== '' && !/^([-–—?.…]+|<.*>|n\/?a|todo|tbd|pendiente|pending|xxx+)$/i.test(text)
}
