'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/items'
import * as schemas from '@/lib/schemas/items'

export const planItem = actionDoor({ permission: 'item.plan', input: schemas.PlanItem, run: operations.planItem })
export const decideNotApplicable = actionDoor({ permission: 'notApplicable.approve', input: schemas.DecideNotApplicable, run: operations.decideNotApplicable })
