'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/comments'
import * as schemas from '@/lib/schemas/comments'

export const addComment = actionDoor({ permission: 'item.comment', input: schemas.AddComment, run: operations.addComment })
export const removeComment = actionDoor({ permission: 'item.comment', input: schemas.RemoveComment, run: operations.removeComment })
export const watchItem = actionDoor({ permission: 'item.comment', input: schemas.WatchItem, run: operations.watchItem })
