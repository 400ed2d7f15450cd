import type { Hsts } from '@/lib/domain/probe'

/** Reads a Strict-Transport-Security header as RFC 6797, section 6.1, has browsers read it. */
export function readHsts(value: string): Hsts {
  const directives = value.split(';').map(directive => {
    const [name = '', ...rest] = directive.split('=')
    return { name: name.trim().toLowerCase(), value: rest.join('=').trim().replace(/^"(.*)"$/, '$1') }
  })
  const has = (name: string) => directives.some(directive => directive.name === name)
  const [age, again] = directives.filter(({ name }) => name === 'max-age')
  const seconds = age && !again && /^\d+$/.test(age.value) ? Math.min(Number(age.value), Number.MAX_SAFE_INTEGER) : null
  return { value, maxAge: seconds, includeSubDomains: has('includesubdomains'), preload: has('preload') }
}
