import { AsyncLocalStorage } from 'node:async_hooks'
import type { Concerns } from '@/lib/domain/changes'

/**
 * For whom of those who may read assessments one rendering of a page serves. Each shows what the revisions, the local
 * date and the language decide; `writers` adds to that which teams' work the viewer may write, `role` the viewer's
 * roles, teams and absent people, `person` the viewer. It greets nobody by name.
 */
export type Audience = 'everyone' | 'writers' | 'role' | 'person'

export interface Cacheable {
  audience: Audience
  /** The first moment at which time alone could change it. */
  until: Date | null
  /** What it shows and rests on, where a change of anything else leaves it. */
  concerns?: Concerns
}

/** What a page declared, and as whom it saw its viewer: a delegation may begin between the front's question and its own. */
export interface Declared extends Cacheable {
  fingerprint: string
}

/** What a page says of itself while it is rendered, so that the server in front may keep it. */
export interface Rendering {
  cacheable: Declared | null
  /** Whether what was sent could be read, and came as far as an action. */
  reachedAction: boolean
}

// Next bundles its routes apart from the server in front; both meet here.
const shared = globalThis as typeof globalThis & { dictamenRendering?: AsyncLocalStorage<Rendering> }
const storage = (shared.dictamenRendering ??= new AsyncLocalStorage<Rendering>())

/** Renders within `rendering`, which tells afterwards what the page declared. */
export function renderWithin<T>(rendering: Rendering, render: () => T): T {
  return storage.run(rendering, render)
}

/** Notes that an action was reached: what fails from here on is not the sender's fault. */
export function noteAction(): void {
  const rendering = storage.getStore()
  if (rendering) rendering.reachedAction = true
}

/** Declares that the page being rendered may be kept and sent again, to whom and until when. */
export function declareCacheable(declaration: Declared): void {
  const rendering = storage.getStore()
  if (rendering) rendering.cacheable = declaration
}
