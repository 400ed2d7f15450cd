import { get, textOf, type Tree, type TreeMap } from '../../syntax/tree'
import { filled, listOf, record, report, required, scalar, text, type Gathered, type Kind } from './strict'

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]

/** A named set of times (prometheus/alertmanager, `timeinterval/timeinterval.go`). */
export const timeInterval: Kind = record({
  name: text,
  time_intervals: listOf(record({
    times: listOf(record({ start_time: text, end_time: text }, startBeforeEnd)),
    weekdays: listOf(range('monday:friday', member => indexIn(days, member), (begin, end) => begin <= end)),
    days_of_month: listOf(range('1:15, -1', wholeNumber, isRangeOfDays)),
    months: listOf(range('january:march', monthOf, (begin, end) => begin <= end)),
    years: listOf(range('2026:2027', wholeNumber, (begin, end) => begin <= end)),
    location: scalar('America/Mexico_City', ({ text }) => isTimeZone(text)),
  })),
}, required('name'))

/** One value or two with a colon between them. */
function range(expected: string, member: (text: string) => number | null, accepts: (begin: number, end: number) => boolean): Kind {
  return scalar(expected, ({ text }) => {
    const members = text.toLowerCase().split(':').map(member)
    const [begin = null, end = begin] = members
    return members.length <= 2 && begin !== null && end !== null && accepts(begin, end)
  })
}

function indexIn(names: readonly string[], name: string): number | null {
  const index = names.indexOf(name)
  return index < 0 ? null : index
}

function monthOf(member: string): number | null {
  const index = indexIn(months, member)
  return index === null ? wholeNumber(member) : index + 1
}

function wholeNumber(text: string): number | null {
  return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : null
}

/** Days from the end of a month are negative; what is never in order in a month of 28 days is refused. */
function isRangeOfDays(begin: number, end: number): boolean {
  if ([begin, end].some(day => day === 0 || Math.abs(day) > 31) || (begin < 0 && end > 0)) return false
  const fromStart = (day: number) => (day < 0 ? 28 + day : day)
  return fromStart(begin) <= fromStart(end)
}

function startBeforeEnd(map: TreeMap, into: Gathered): void {
  const [start, end] = [minuteOf(get(map, 'start_time')), minuteOf(get(map, 'end_time'))]
  const missing = ['start_time', 'end_time'].find(field => !filled(map, field))
  if (missing) report(into, map.place, 'missing-field', { field: missing })
  else if (start === null || end === null || start >= end)
    report(into, map.place, 'invalid-value', { field: 'start_time', expected: '09:00 < 17:00' })
}

function minuteOf(tree: Tree | undefined): number | null {
  const [, hours, minutes] = /^(?:([01]\d|2[0-3]):([0-5]\d)|(?:24):00)$/.exec(textOf(tree) ?? '-') ?? [null]
  if (textOf(tree) === '24:00') return 1_440
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** Go looks a zone up by the name of its file, in which case counts; an offset is none. */
function isTimeZone(name: string): boolean {
  if (name === '' || name === 'Local') return true
  if (!/^[A-Z]/.test(name) || /\/[a-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
