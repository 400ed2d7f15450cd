import { changeDoor, type ApiHandler } from '@/lib/doors/api'
import type { NodeHandler } from '@/lib/doors/node-answer'
import { changeStatus } from '@/lib/operations/items'
import { ChangeStatus } from '@/lib/schemas/items'

interface ApiRoute {
  method: string
  pattern: URLPattern
  handler: ApiHandler
}

/** What the programming interface answers; the pages use it where a change is made often. */
export const apiRoutes: readonly ApiRoute[] = [
  {
    method: 'PATCH', pattern: new URLPattern({ pathname: '/api/v1/assessments/:assessment/items/:item' }),
    handler: changeDoor({ permission: 'item.changeStatus', input: ChangeStatus, run: changeStatus }),
  },
]

/** The handler of a request; null where nothing has its method and address. */
export function apiHandler(method: string | undefined, url: URL): NodeHandler | null {
  for (const route of apiRoutes) {
    const found = route.method === method ? route.pattern.exec({ pathname: url.pathname }) : null
    if (found) return route.handler(found.pathname.groups as Record<string, string>)
  }
  return null
}
