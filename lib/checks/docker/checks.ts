import { baseImage } from './base-image'
import { command } from './command'
import { healthCheck } from './health-check'
import { multiStage } from './multi-stage'
import { port } from './port'
import { secrets } from './secrets'
import { user } from './user'

export const dockerChecks = [user, command, multiStage, baseImage, healthCheck, secrets, port] as const
