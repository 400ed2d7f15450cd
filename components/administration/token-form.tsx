'use client'

import { useState } from 'react'
import type { FormWords } from '@/components/forms/form-words'
import { RenewingForm } from '@/components/forms/renewing-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { createToken } from '@/lib/actions/account'
import { longestTokenDays, type TokenScope } from '@/lib/domain/tokens'
import type { CreateToken } from '@/lib/schemas/tokens'

interface TokenFormProps {
  scopes: readonly { value: TokenScope; label: string; hint: string }[]
  words: FormWords & {
    name: string; nameHint: string; scopes: string; days: string; daysHint: string
    secretTitle: string; secretLead: string; secret: string; copy: string; copied: string; copyFailed: string
  }
}

/** Makes a token, and shows its secret until the page is left: nobody can read it again. */
export function TokenForm({ scopes, words }: TokenFormProps) {
  const [secret, setSecret] = useState<string | null>(null)
  async function make(input: CreateToken) {
    const answer = await createToken(input)
    if (answer.ok) setSecret(answer.value.secret)
    return answer
  }
  return (
    <>
      {secret !== null && <Secret key={secret} secret={secret} words={words} />}
      <RenewingForm
        action={make} words={words} onSaved={form => form.reset()}
        read={form => ({
          name: String(form.get('name') ?? ''), scopes: form.getAll('scopes') as TokenScope[], days: Number(form.get('days')),
        })}
      >
        {({ errors, pending }) => (
          <div className="space-y-4">
            <TextField name="name" label={words.name} hint={words.nameHint} error={errors.name} maxLength={80} autoComplete="off" />
            <fieldset id="scopes" tabIndex={-1} aria-describedby={errors.scopes ? 'scopes-error' : undefined}>
              <legend className="font-medium">{words.scopes}</legend>
              {errors.scopes && <FieldError id="scopes">{errors.scopes}</FieldError>}
              {scopes.map(({ value, label, hint }) => (
                <Checkbox key={value} name="scopes" id={`scope-${value}`} value={value} label={label} hint={hint} />
              ))}
            </fieldset>
            <TextField
              name="days" type="number" label={words.days} hint={words.daysHint} error={errors.days} defaultValue={90} min={1} max={longestTokenDays}
              className="max-w-28"
            />
            <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.saving : words.save}</Button>
          </div>
        )}
      </RenewingForm>
    </>
  )
}

function Secret({ secret, words }: { secret: string; words: TokenFormProps['words'] }) {
  const [outcome, setOutcome] = useState('')
  // Where the page came over plain HTTP there is no clipboard at all.
  const copy = async () => setOutcome(await Promise.resolve(navigator.clipboard?.writeText(secret) ?? Promise.reject())
    .then(() => words.copied, () => words.copyFailed))
  return (
    <div className="mb-6">
      <Notice tone="info" title={words.secretTitle} live>
        <p>{words.secretLead}</p>
        <div className="mt-3 space-y-3">
          <TextField
            name="secret" label={words.secret} value={secret} readOnly spellCheck={false} autoComplete="off" className="font-mono"
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => void copy()}>{words.copy}</Button>
            <span role="status">{outcome}</span>
          </div>
        </div>
      </Notice>
    </div>
  )
}
