import { changeDoor, readDoor, type ApiHandler } from '@/lib/doors/api'
import { evidenceDoor } from '@/lib/doors/evidence'
import type { NodeHandler } from '@/lib/doors/node-answer'
import { describeApi } from '@/lib/doors/openapi'
import { success, type Result } from '@/lib/domain/result'
import { changeStatus } from '@/lib/operations/items'
import { listDestinations } from '@/lib/operations/list-destinations'
import { pushEvidence } from '@/lib/operations/push-evidence'
import { receiveUpload } from '@/lib/operations/uploads'
import { ownOrigin } from '@/lib/platform/env'
import { listApiItems, readVerdict } from '@/lib/queries/api-reads'
import { endpointIds, endpoints, type EndpointId } from '@/lib/schemas/api'

const whole = <Value>(result: Result<Value>) => (result.ok ? success({ body: result.value }) : result)

/** What answers each address of the programming interface. */
const handlers: Record<EndpointId, ApiHandler> = {
  pushEvidence: evidenceDoor(endpoints.pushEvidence, {
    mostFiles: 20,
    receive: (viewer, assessmentSlug, { name, stream, fields }, now) =>
      receiveUpload(viewer, { assessmentSlug, declaredLength: null, name, stream, redacts: fields.secrets === 'redact' }, now),
    run: pushEvidence,
  }),
  readVerdict: readDoor(endpoints.readVerdict, readVerdict),
  listItems: readDoor(endpoints.listItems, listApiItems),
  changeStatus: changeDoor(endpoints.changeStatus, changeStatus),
  listDestinationsOf: readDoor(endpoints.listDestinationsOf, async (viewer, input) => whole(await listDestinations(viewer, input))),
  listDestinations: readDoor(endpoints.listDestinations, async viewer => whole(await listDestinations(viewer, {}))),
  readDescription: readDoor(endpoints.readDescription, async ({ language }) => success({ body: describeApi(language, ownOrigin()) })),
}

const routes = endpointIds.map(id => ({
  method: endpoints[id].method, handler: handlers[id], pattern: new URLPattern({ pathname: endpoints[id].path.replaceAll(/\{(\w+)\}/g, ':$1') }),
}))

/** The handler of a request; where its address has none of its method, the methods that it has, if any. */
export function apiHandler(method: string | undefined, url: URL): { handler: NodeHandler } | { allowed: string[] } {
  const asked = method === 'HEAD' ? 'GET' : method
  const found = routes.flatMap(route => {
    const match = route.pattern.exec({ pathname: url.pathname })
    return match ? [{ ...route, segments: match.pathname.groups as Record<string, string> }] : []
  })
  const route = found.find(one => one.method === asked)
  return route ? { handler: route.handler(route.segments) } : { allowed: found.map(one => one.method) }
}
