import { z } from 'zod'

// Providers send one name as a list or bare; what is neither proves nothing and grants nothing.
const names = z.union([z.array(z.string()), z.string().transform(name => [name])]).catch([])

/** The claims of an ID token that Dictamen reads, as providers send them. */
export const IdTokenClaims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  name: z.string().trim().min(1).max(200).nullable().catch(null),
  email: z.string().trim().min(1).max(320).nullable().catch(null),
  amr: names,
  acr: z.string().nullable().catch(null),
  groups: names,
})
export type IdTokenClaims = z.output<typeof IdTokenClaims>

/** A page of our own to go to; the start for anything else, as for `//` and what browsers read as that once they drop controls. */
export const OwnPath = z.string().regex(/^\/(?![/\\])\P{Cc}*$/u).catch('/')

/** What the sign-in form sends: the page to go to afterwards, and whether the provider must ask anew. */
export const SignInForm = z.object({
  next: OwnPath,
  again: z.literal('1').nullable().catch(null),
})
