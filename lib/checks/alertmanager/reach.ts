import type { AlertRoute } from '../formats/alertmanager-config'
import type { AlertMatcher } from '../formats/alertmanager/matchers'
import type { ExpectedAlert } from './alerts'

/** A route below the root, and what stands between it and an alert. */
export interface Approach {
  route: AlertRoute
  parent: AlertRoute
  /** Its own or the one that it takes from above. */
  receiver: string
  /** Its matchers and those of every route above it. */
  matchers: readonly AlertMatcher[]
  /** Routes that take alerts before it: those of the same level, its own or one above, that do not say `continue`. */
  before: () => readonly AlertRoute[]
}

/** Every route below one, with the way to it. */
export function approaches(root: AlertRoute): Approach[] {
  return below(root, { receiver: root.receiver ?? '', matchers: [], before: () => [] })
}

function below(parent: AlertRoute, above: Pick<Approach, 'receiver' | 'matchers' | 'before'>): Approach[] {
  return parent.routes.flatMap((route, index) => {
    const own = {
      route, parent,
      receiver: route.receiver ?? above.receiver,
      matchers: [...above.matchers, ...route.matchers],
      before: () => [...above.before(), ...parent.routes.slice(0, index).filter(one => !one.continue)],
    }
    return [own, ...below(route, own)]
  })
}

/** How much may be tried over a whole file; past it a route counts as reachable, and an inhibition as alive. */
export interface Budget {
  left: number
}

/**
 * Whether labels of an alert exist with which it fulfils `matchers` and none of the routes before takes it. Each label
 * is tried with the values that the matchers name, with none, and with one that nobody names. A label whose matchers
 * hold an expression of endless values, and which is not pinned to a few, may always have a value that was not tried.
 */
export function canReach(
  alert: ExpectedAlert, matchers: readonly AlertMatcher[], before: readonly AlertRoute[], budget: Budget,
): boolean {
  const asked = [...matchers, ...before.flatMap(route => route.matchers)]
  budget.left -= asked.length + before.length
  if (budget.left <= 0) return true
  const candidates = candidatesOf(alert, matchers, asked)

  const takenByNone = (at: number): boolean => {
    const route = before[at]
    if (!route || budget.left <= 0) return true
    return route.matchers.some(({ label, accepts }) => {
      const kept = candidates.get(label)
      const possible = narrow(label, value => !accepts(value)) && takenByNone(at + 1)
      if (kept) candidates.set(label, kept)
      return possible
    })
  }
  /** Keeps the values of a label that pass, and says whether one may be left. */
  const narrow = (label: string, passes: (value: string) => boolean): boolean => {
    const { values = [], complete = true } = candidates.get(label) ?? {}
    const left = values.filter(passes)
    budget.left -= values.length
    candidates.set(label, { values: left, complete })
    return left.length > 0 || !complete
  }
  return matchers.every(({ label, accepts }) => narrow(label, accepts)) && takenByNone(0)
}

interface Candidates {
  values: readonly string[]
  /** Whether any other value would fare as one of these does. */
  complete: boolean
}

/** A value that no matcher names. */
const unnamed = '\u{10ffff}'

function candidatesOf(alert: ExpectedAlert, matchers: readonly AlertMatcher[], asked: readonly AlertMatcher[]): Map<string, Candidates> {
  const byLabel = new Map<string, AlertMatcher[]>()
  for (const matcher of asked) {
    const about = byLabel.get(matcher.label)
    if (about) about.push(matcher)
    else byLabel.set(matcher.label, [matcher])
  }
  const pinning = matchers.filter(one => (one.operator === '=' || one.operator === '=~') && valuesOf(one) !== null)
  const pinned = new Set(pinning.map(one => one.label))
  return new Map([...byLabel].map(([label, about]): [string, Candidates] => {
    const known = alert.label(label)
    if (known !== null) return [label, { values: [known], complete: true }]
    const complete = pinned.has(label) || about.every(one => valuesOf(one) !== null || isAnything(one))
    return [label, { values: [...new Set(['', unnamed, ...about.flatMap(one => valuesOf(one) ?? [])])], complete }]
  }))
}

/** The values that a matcher names; null for an expression of more than words with `|` between them. */
function valuesOf({ operator, value }: AlertMatcher): string[] | null {
  if (operator === '=' || operator === '!=') return [value]
  const words = value.replace(/^\^?(?:\((?:\?:)?)?/, '').replace(/\)?\$?$/, '').split('|')
  return words.every(word => /^(?:[^()[\]{}*+?^$|\\.]|\\[.\-/])*$/.test(word)) ? words.map(word => word.replaceAll('\\', '')) : null
}

/** One that only asks whether there is a value at all. */
function isAnything({ value }: AlertMatcher): boolean {
  return value === '.+' || value === '.*'
}
