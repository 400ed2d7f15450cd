import { credentials } from './credentials'
import { deadInhibition } from './dead-inhibition'
import { inhibitions } from './inhibitions'
import { receivers } from './receivers'
import { routes } from './routes'
import { unreachableRoute } from './unreachable-route'

export const alertmanagerChecks = [routes, unreachableRoute, receivers, credentials, inhibitions, deadInhibition] as const
