import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { hasPermission, type Permission } from '@/lib/domain/permissions'
import type { Failure, Result } from '@/lib/domain/result'
import { wordFailure, type WordedFailure } from '@/lib/i18n/failures'
import { log } from '@/lib/platform/log'
import { noteAction } from '@/lib/platform/rendering'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { fieldCodes } from './field-codes'
import { fieldsOf } from './form-fields'
import { currentLanguage, currentViewer } from './session'
import { unexpected } from './unexpected'

/** What a form gets back: the value, or a failure in the reader's words. */
export type ActionResult<T> = { ok: true; value: T } | ({ ok: false } & WordedFailure)

interface ActionDoor<Input extends z.ZodType, Output> {
  /** What the viewer's roles must grant; whether it holds for this subject is the operation's question. */
  permission: Permission
  input: Input
  run: (viewer: SignedInViewer, input: z.output<Input>, now: Date) => Promise<Result<Output>>
}

/**
 * Makes a server action: session → permission → parse → operation. It answers with the operation's value alone:
 * pages that are open are told of the new revision by the live update, and every other is read at it.
 */
export function actionDoor<Input extends z.ZodType, Output>(
  door: ActionDoor<Input, Output>,
): (input: z.input<Input>) => Promise<ActionResult<Output>> {
  return async input => {
    noteAction()
    const language = await currentLanguage()
    const refuse = (failure: Failure) => ({ ok: false as const, ...wordFailure(failure, language) })
    const viewer = await currentViewer()
    if (!viewer) return refuse({ code: 'signed_out' })
    if (!hasPermission(viewer, door.permission)) return refuse({ code: 'role' })
    const parsed = door.input.safeParse(input)
    if (!parsed.success) return refuse({ code: 'invalid_input', fields: fieldCodes(parsed.error) })
    try {
      const result = await door.run(viewer, parsed.data, new Date())
      if (!result.ok) return refuse(result.failure)
      return result
    } catch (error) {
      const requestId = (await headers()).get('x-request-id') ?? 'unknown'
      log.error({ error, requestId, permission: door.permission }, 'action failed')
      return refuse(unexpected(error, requestId))
    }
  }
}

/** The same for a plain form that needs no JavaScript: its fields are the input, the page itself, fresh, is the answer. */
export function formDoor<Input extends z.ZodType, Output>(door: ActionDoor<Input, Output>): (form: FormData) => Promise<void> {
  const act = actionDoor(door)
  return async form => {
    await act(fieldsOf(form) as z.input<Input>)
    refresh()
  }
}
