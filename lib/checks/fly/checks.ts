import { autostop } from './autostop'
import { concurrency } from './concurrency'
import { deployment } from './deployment'
import { envSafety } from './env-safety'
import { envSecrets } from './env-secrets'
import { forceHttps } from './force-https'
import { healthChecks } from './health-checks'
import { idleTimeout } from './idle-timeout'
import { machineChecks } from './machine-checks'
import { metrics } from './metrics'
import { portConflict } from './port-conflict'
import { processes } from './processes'
import { regions } from './regions'
import { release } from './release'
import { resources } from './resources'
import { responseHeaders } from './response-headers'
import { tls } from './tls'
import { unknownKey } from './unknown-key'
import { volumes } from './volumes'

export const flyChecks = [
  deployment, autostop, release, healthChecks, machineChecks, forceHttps, portConflict, concurrency, idleTimeout, tls, responseHeaders,
  metrics, resources, volumes, envSecrets, envSafety, regions, processes, unknownKey,
] as const
