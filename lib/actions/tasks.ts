'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/tasks'
import * as schemas from '@/lib/schemas/tasks'

export const updateTask = actionDoor({ permission: 'task.update', input: schemas.UpdateTask, run: operations.updateTask })
