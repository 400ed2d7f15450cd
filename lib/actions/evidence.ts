'use server'

import { actionDoor } from '@/lib/doors/action'
import * as operations from '@/lib/operations/evidence'
import * as schemas from '@/lib/schemas/evidence'

export const submitEvidence = actionDoor({ permission: 'evidence.submit', input: schemas.SubmitEvidence, run: operations.submitEvidence })
export const acceptEvidence = actionDoor({ permission: 'evidence.review', input: schemas.AcceptEvidence, run: operations.acceptEvidence })
export const rejectEvidence = actionDoor({ permission: 'evidence.review', input: schemas.RejectEvidence, run: operations.rejectEvidence })
export const withdrawEvidence = actionDoor({ permission: 'evidence.withdraw', input: schemas.WithdrawEvidence, run: operations.withdrawEvidence })
