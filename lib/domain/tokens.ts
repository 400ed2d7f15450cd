import type { Permission } from './permissions'

/** What a token may be used for: a part of what its person may do. */
export const tokenScopes = ['read', 'evidence', 'items'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Days that a token holds at most. */
export const longestTokenDays = 365

/** A token through which a program acts for its person now. */
export interface ActingToken {
  id: string
  name: string
  scopes: readonly TokenScope[]
}

/** What a door of the programming interface may demand, and the scope that a token needs there; null where any will do. */
export const apiScopes = {
  'account.use': null,
  'assessment.read': 'read',
  'evidence.submit': 'evidence',
  'item.changeStatus': 'items',
} as const satisfies Partial<Record<Permission, TokenScope | null>>

export type ApiPermission = keyof typeof apiScopes

/** The scope that is missing for what a door demands; null where none is, as where a person acts without a token. */
export function missingScope({ token }: { token?: ActingToken }, permission: ApiPermission): TokenScope | null {
  const scope = apiScopes[permission]
  return token === undefined || scope === null || token.scopes.includes(scope) ? null : scope
}
