import { changeDoor, readDoor, type ApiHandler } from '@/lib/doors/api'
import type { NodeHandler } from '@/lib/doors/node-answer'
import { changeStatus } from '@/lib/operations/items'
import { listDestinations } from '@/lib/operations/list-destinations'
import { Destinations } from '@/lib/schemas/destinations'
import { ChangeStatus } from '@/lib/schemas/items'

interface ApiRoute {
  method: string
  pattern: URLPattern
  handler: ApiHandler
}

const destinations = readDoor({ permission: 'assessment.read', input: Destinations, run: listDestinations })

/** What the programming interface answers; the pages use it where a change is made often. */
export const apiRoutes: readonly ApiRoute[] = [
  { method: 'GET', pattern: new URLPattern({ pathname: '/api/v1/destinations' }), handler: destinations },
  { method: 'GET', pattern: new URLPattern({ pathname: '/api/v1/assessments/:assessment/destinations' }), handler: destinations },
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
