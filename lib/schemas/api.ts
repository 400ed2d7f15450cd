import { z } from 'zod'
import { evidenceKinds, checkOutcomes } from '@/lib/domain/evidence'
import { outcomes } from '@/lib/domain/facts'
import { declaredStatuses, itemKinds, provenStatuses } from '@/lib/domain/items'
import type { ApiPermission } from '@/lib/domain/tokens'
import { Destinations } from './destinations'
import { code, id, localDate, slug, text } from './fields'
import { ChangeStatus } from './items'

/**
 * An address of the programming interface. `input` is what the address names in braces, and all else that is asked:
 * the query of a GET, the fields of a form, or a JSON body and, as `version`, `If-Match`.
 */
export interface Endpoint {
  method: 'GET' | 'PATCH' | 'POST'
  path: `/api/v1/${string}`
  /** What the person's roles must grant; the scope that a token needs follows from it. */
  permission: ApiPermission
  input: z.ZodObject
  takes?: 'json' | 'form'
  status: 200 | 201
  answer: z.ZodType
  /** Codes of the problems that are its own, beside those that any address may have. */
  problems: readonly string[]
}

// Answers may come to say more; who reads them passes over what they do not know.

/** The evidence that a pipeline hands in; its files are the form's parts named `file`. */
export const PushEvidence = z.strictObject({
  assessment: slug,
  item: code,
  requirement: text(120).optional(),
  effectiveOn: localDate.optional(),
  service: text(80).optional(),
  environment: text(80).optional(),
  note: text(4000).optional(),
  evidence: id.optional(),
  /** Before the files: what looks like a secret in them is covered, and not refused. */
  secrets: z.enum(['redact'], 'unknown').optional(),
})
export type PushEvidence = z.infer<typeof PushEvidence>

/** What one file came to; without a format it is of no kind that is checked. */
export const PushedFile = z.object({
  name: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  format: z.string().nullable(),
  outcome: z.enum(checkOutcomes).nullable(),
  findings: z.array(z.object({
    check: z.string(), key: z.string(), severity: z.string(), line: z.int(), column: z.int(),
    values: z.record(z.string(), z.union([z.string(), z.number()])), items: z.array(z.string()), message: z.string(),
  })),
})
export type PushedFile = z.infer<typeof PushedFile>

export const PushedEvidence = z.object({
  evidence: id, revision: id, number: z.int(), item: z.string(), requirement: z.string(), files: z.array(PushedFile),
})
export type PushedEvidence = z.infer<typeof PushedEvidence>

/** Items of an assessment, some at a time; `cursor` is the code of the last one that was read. */
export const ListItems = z.strictObject({
  assessment: slug,
  kind: z.enum(itemKinds, 'unknown').optional(),
  limit: z.coerce.number('not_a_number').int('not_a_number').min(1, 'out_of_range').max(500, 'out_of_range').default(100),
  cursor: code.optional(),
})
export type ListItems = z.infer<typeof ListItems>

export const ApiItem = z.object({
  code: z.string(),
  kind: z.enum(itemKinds),
  requirement: z.string(),
  owners: z.array(z.string()),
  declared: z.enum(declaredStatuses),
  proven: z.enum(provenStatuses),
  dueOn: z.string().nullable(),
  version: z.int(),
  failedChecks: z.array(z.string()),
  requirements: z.array(z.object({
    key: z.string(), title: z.string(), kind: z.enum(evidenceKinds), state: z.string(), reason: z.string(),
  })),
})
export type ApiItem = z.infer<typeof ApiItem>

const ItemState = z.object({
  version: z.int(), declaredStatus: z.enum(declaredStatuses), dueOn: z.string().nullable(), assigneeId: z.string().nullable(), reviewerId: z.string().nullable(),
})

const VerdictReport = z.object({
  ceiling: z.enum(outcomes),
  effective: z.enum(outcomes),
  rule: z.string(),
  blockers: z.object({
    gates: z.array(z.string()), critical: z.array(z.string()), standard: z.array(z.string()), controls: z.array(z.string()),
  }),
  nextChangeAt: z.string().nullable(),
  effectiveRule: z.string(),
  conditions: z.array(z.looseObject({})),
  trace: z.array(z.looseObject({})),
  items: z.array(z.looseObject({ code: z.string(), status: z.enum(provenStatuses) })),
})

const DestinationList = z.object({
  destinations: z.array(z.looseObject({ kind: z.string(), label: z.string(), href: z.string().optional(), code: z.string().optional() })),
})

/** Every address of the programming interface. */
export const endpoints = {
  pushEvidence: {
    method: 'POST', path: '/api/v1/assessments/{assessment}/evidence', permission: 'evidence.submit', input: PushEvidence, takes: 'form',
    status: 201, answer: PushedEvidence,
    problems: [
      'not_multipart', 'invalid_input', 'not_found', 'not_owner_team', 'empty_file', 'too_large', 'wrong_type', 'type_not_accepted', 'holds_secrets', 'text_too_large', 'interrupted',
      'idempotency_key_invalid', 'idempotency_under_way', 'idempotency_other_request', 'upload_gone', 'storage_full', 'storage_unavailable',
    ],
  },
  readVerdict: {
    method: 'GET', path: '/api/v1/assessments/{assessment}/verdict', permission: 'assessment.read', input: z.strictObject({ assessment: slug }),
    status: 200, answer: VerdictReport, problems: ['not_found'],
  },
  listItems: {
    method: 'GET', path: '/api/v1/assessments/{assessment}/items', permission: 'assessment.read', input: ListItems,
    status: 200, answer: z.object({ items: z.array(ApiItem) }), problems: ['not_found', 'invalid_input'],
  },
  changeStatus: {
    method: 'PATCH', path: '/api/v1/assessments/{assessment}/items/{item}', permission: 'item.changeStatus', input: ChangeStatus, takes: 'json',
    status: 200, answer: ItemState, problems: ['version_required', 'not_json', 'invalid_input', 'not_found', 'not_owner_team', 'conflict'],
  },
  listDestinationsOf: {
    method: 'GET', path: '/api/v1/assessments/{assessment}/destinations', permission: 'assessment.read', input: Destinations.required(),
    status: 200, answer: DestinationList, problems: ['not_found'],
  },
  listDestinations: {
    method: 'GET', path: '/api/v1/destinations', permission: 'assessment.read', input: Destinations.omit({ assessment: true }),
    status: 200, answer: DestinationList, problems: [],
  },
  readDescription: {
    method: 'GET', path: '/api/v1/openapi.json', permission: 'account.use', input: z.strictObject({}),
    status: 200, answer: z.looseObject({ openapi: z.string() }), problems: [],
  },
} as const satisfies Record<string, Endpoint>

export type EndpointId = keyof typeof endpoints
export const endpointIds = Object.keys(endpoints) as EndpointId[]

/** Codes of the problems that any address may have. */
export const commonProblems = [
  'signed_out', 'token_invalid', 'role', 'token_scope', 'other_origin', 'too_many_requests', 'method_not_allowed', 'not_found', 'database_unavailable',
  'database_not_writable', 'unexpected',
] as const
