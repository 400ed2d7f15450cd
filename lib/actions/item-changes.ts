'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/item-changes'
import * as schemas from '@/lib/schemas/item-changes'

export const changeItems = actionDoor({ permission: 'item.plan', input: schemas.ChangeItems, run: operations.changeItems })
