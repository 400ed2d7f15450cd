import { forceHttps } from './force-https'
import { portConflict } from './port-conflict'

export const flyChecks = [forceHttps, portConflict] as const
