import { AsyncLocalStorage } from 'node:async_hooks'

/** What a page says of itself while it is rendered, so that the server in front may keep it. */
export interface Rendering {
  cacheable: { personal: boolean; until: Date | null } | null
}

// Next bundles its routes apart from the server in front; both meet here.
const shared = globalThis as typeof globalThis & { dictamenRendering?: AsyncLocalStorage<Rendering> }
const storage = (shared.dictamenRendering ??= new AsyncLocalStorage<Rendering>())

/** Renders within `rendering`, which tells afterwards what the page declared. */
export function renderWithin<T>(rendering: Rendering, render: () => T): T {
  return storage.run(rendering, render)
}

/**
 * Declares that the page being rendered greets nobody by name and shows nothing but what the assessment's and
 * the instance's revision, the local date, the language and the viewer's roles and teams decide; `personal`
 * adds the person to that. `until` is the first moment at which time alone could change it.
 */
export function declareCacheable(declaration: { personal?: boolean; until: Date | null }): void {
  const rendering = storage.getStore()
  if (rendering) rendering.cacheable = { personal: declaration.personal ?? false, until: declaration.until }
}
