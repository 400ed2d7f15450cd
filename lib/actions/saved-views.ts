'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/saved-views'
import * as schemas from '@/lib/schemas/saved-views'

export const listViews = actionDoor({ permission: 'assessment.read', input: schemas.ListViews, run: operations.listViews })
export const saveView = actionDoor({ permission: 'assessment.read', input: schemas.SaveView, run: operations.saveView })
export const deleteView = actionDoor({ permission: 'assessment.read', input: schemas.DeleteView, run: operations.deleteView })
