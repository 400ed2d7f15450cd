'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/policy'
import * as schemas from '@/lib/schemas/policy'

export const proposePolicy = actionDoor({ permission: 'policy.propose', input: schemas.ProposePolicy, run: operations.proposePolicy })
export const decidePolicy = actionDoor({ permission: 'policy.decide', input: schemas.DecidePolicy, run: operations.decidePolicy })
export const withdrawPolicy = actionDoor({ permission: 'policy.propose', input: schemas.WithdrawPolicy, run: operations.withdrawPolicy })
