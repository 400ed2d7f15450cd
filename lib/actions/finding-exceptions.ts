'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/finding-exceptions'
import * as schemas from '@/lib/schemas/finding-exceptions'

export const requestFindingException = actionDoor({ permission: 'findingException.request', input: schemas.RequestFindingException, run: operations.requestFindingException })
export const decideFindingException = actionDoor({ permission: 'findingException.approve', input: schemas.DecideFindingException, run: operations.decideFindingException })
