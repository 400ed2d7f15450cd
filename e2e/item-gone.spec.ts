import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from './people'

test('an item that is gone while its form is open is said to be, and what was chosen stays', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items/OBS-02')
  const status = page.getByLabel('Estado declarado')
  const chosen = await status.inputValue() === 'partial' ? 'in_progress' : 'partial'
  await status.selectOption(chosen)
  await rename('OBS-02', 'GONE-02')
  try {
    await page.getByRole('button', { name: 'Guardar' }).first().click()
    await expect(page.locator('form').getByRole('alert')).toContainText('Esto ya no existe')
    await expect(status).toHaveValue(chosen)
  } finally {
    await rename('GONE-02', 'OBS-02')
  }
})

/** As whoever works on the database itself would: no page of Dictamen removes an item. */
async function rename(from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: readFileSync(path.join(process.env.E2E_DATA_DIR ?? '', 'database-url'), 'utf8') })
  await client.connect()
  await client.query('UPDATE "Item" SET code = $2 WHERE code = $1', [from, to]).finally(() => client.end())
}
