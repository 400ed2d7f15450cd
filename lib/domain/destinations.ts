import { fold } from './item-list'
import { hasPermission, type Permission, type Viewer } from './permissions'
import { rememberFor } from './remember'

/** What a person can be led to, in the order in which equals are shown. */
export const destinationKinds = ['page', 'action', 'item', 'task', 'dimension', 'assessment', 'person'] as const
export type DestinationKind = (typeof destinationKinds)[number]

/** Something that can be done wherever one is, without going to a page first. */
export type Verb = 'changeLanguage' | 'signOut'

interface Named {
  kind: DestinationKind
  /** Of an item or task. */
  code?: string
  /** In the reader's words. */
  label: string
  /** The title of the assessment that it is in, where the reader is in none. */
  of?: string
}

/** Where a palette leads: to an address, or to something done at once. */
export type Destination = Named & ({ href: string } | { verb: Verb })

/** A page or action that has its name in the product, not in an assessment's data. */
export interface FixedDestination {
  kind: 'page' | 'action'
  key: string
  /** Under the assessment's address, or under the product's. */
  path: string
  permission: Permission
}

const ofAssessment = [
  { kind: 'page', key: 'summary', path: '', permission: 'assessment.read' },
  { kind: 'page', key: 'mine', path: '/mine', permission: 'assessment.read' },
  { kind: 'page', key: 'review', path: '/review', permission: 'assessment.read' },
  { kind: 'page', key: 'items', path: '/items', permission: 'assessment.read' },
  { kind: 'page', key: 'dimensions', path: '/dimensions', permission: 'assessment.read' },
  { kind: 'page', key: 'configuration', path: '/configuration', permission: 'assessment.read' },
  { kind: 'page', key: 'alertRouting', path: '/alert-routing', permission: 'evidence.read' },
  { kind: 'page', key: 'roadmap', path: '/roadmap', permission: 'assessment.read' },
  { kind: 'page', key: 'verdict', path: '/verdict', permission: 'assessment.read' },
  { kind: 'page', key: 'events', path: '/events', permission: 'event.read' },
  { kind: 'page', key: 'policy', path: '/settings/policy', permission: 'assessment.read' },
  { kind: 'page', key: 'settings', path: '/settings', permission: 'administration.read' },
  { kind: 'action', key: 'whatIf', path: '/verdict/what-if', permission: 'assessment.read' },
  { kind: 'action', key: 'exportCsv', path: '/items/export?kind=all&format=csv', permission: 'assessment.read' },
  { kind: 'action', key: 'exportXlsx', path: '/items/export?kind=all&format=xlsx', permission: 'assessment.read' },
  { kind: 'action', key: 'import', path: '/items/import', permission: 'item.plan' },
] as const satisfies FixedDestination[]

const ofInstance = [
  { kind: 'page', key: 'home', path: '/', permission: 'assessment.read' },
  { kind: 'page', key: 'account', path: '/account', permission: 'account.use' },
  { kind: 'page', key: 'apiReference', path: '/api-reference', permission: 'account.use' },
  { kind: 'page', key: 'people', path: '/admin', permission: 'administration.read' },
  { kind: 'page', key: 'groups', path: '/admin/groups', permission: 'administration.read' },
  { kind: 'page', key: 'teams', path: '/admin/teams', permission: 'administration.read' },
  { kind: 'page', key: 'absences', path: '/admin/absences', permission: 'administration.read' },
  { kind: 'page', key: 'assessments', path: '/admin/assessments', permission: 'administration.read' },
  { kind: 'action', key: 'newAssessment', path: '/new', permission: 'assessment.create' },
] as const satisfies FixedDestination[]

export type FixedKey = (typeof ofAssessment | typeof ofInstance)[number]['key']

/** The pages and actions that the viewer's roles open: of one assessment, and of the whole instance. */
export function openTo(viewer: Viewer): Record<'assessment' | 'instance', (FixedDestination & { key: FixedKey })[]> {
  const may = ({ permission }: FixedDestination) => hasPermission(viewer, permission)
  return { assessment: ofAssessment.filter(may), instance: ofInstance.filter(may) }
}

/**
 * The destinations that fit what somebody typed, the best first: each word must occur, in any case and with or
 * without accents. A code goes before a beginning, a beginning before the middle of a word; equals keep their order.
 * Nothing typed fits all but items, tasks, people and what is in other assessments, which are too many to be read through.
 */
export function findDestinations<D extends Named>(destinations: readonly D[], typed: string): D[] {
  const text = fold(typed).trim()
  const words = text.split(/\s+/).filter(Boolean)
  return destinations
    .map(destination => ({ destination, kind: destinationKinds.indexOf(destination.kind), rank: rankOf(destination, text, words) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => Number(a.rank) - Number(b.rank) || a.kind - b.kind)
    .map(({ destination }) => destination)
}

/** How well it fits, 0 best; null where a word is missing. */
function rankOf(destination: Named, text: string, words: readonly string[]): number | null {
  if (words.length === 0) return isOneOfMany(destination) ? null : 0
  const { code, label, all } = folded(destination)
  const asCode = bare(text)
  if (asCode !== '' && code === asCode) return 0
  if (asCode !== '' && code.startsWith(asCode)) return 1
  if (!words.every(word => all.includes(word))) return null
  if (label.startsWith(text)) return 2
  return words.every(word => beginsAWord(all, word)) ? 3 : 4
}

function isOneOfMany({ kind, code, of }: Named): boolean {
  return code !== undefined || of !== undefined || kind === 'person'
}

interface Folded {
  /** Without what separates its parts. */
  code: string
  label: string
  all: string
}

const folded = rememberFor<Named, Folded>(({ code = '', label, of = '' }) => ({
  code: bare(fold(code)), label: fold(label), all: fold(`${code} ${label} ${of}`),
}))

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
