import { certificate } from './certificate'
import { freshness } from './freshness'
import { headers } from './headers'
import { health } from './health'
import { https } from './https'
import { metricsPublic } from './metrics-public'
import { signature } from './signature'
import { tls } from './tls'

export const probeChecks = [signature, freshness, https, tls, certificate, headers, health, metricsPublic] as const
