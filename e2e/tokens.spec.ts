import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { twoServices } from '@/lib/checks/testing/two-services'
import { addresses } from './addresses'
import { expect, test } from './people'

/** Runs the command line as a pipeline does. */
async function dictamen(args: string[], token: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DICTAMEN_URL: addresses.app, DICTAMEN_ASSESSMENT: 'grupo-gad', DICTAMEN_TOKEN: token, LC_ALL: 'es_AR.UTF-8' }
  return promisify(execFile)(process.execPath, ['bin/dictamen.mjs', ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, output: error.stdout + error.stderr }),
  )
}

test('a pipeline hands a file in with a person\'s token, the item says so, and a revoked token is refused', async ({ signInAs }) => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'dictamen-push-')), 'fly.toml')
  await writeFile(file, twoServices)
  const push = ['push', '--item', 'DEP-03', '--requirement', 'fly-toml-http-service', '--service', 'tubería', '--environment', 'staging', file]
  const owner = await signInAs('devops')
  await owner.goto('/account')

  const token = await test.step('the token is shown once', async () => {
    await owner.getByLabel('Nombre').fill('CI del portal')
    await owner.getByRole('button', { name: 'Crear token' }).click()
    await expect(owner.getByText('Elija al menos un permiso').first()).toBeVisible()
    await owner.getByRole('checkbox', { name: 'Presentar evidencia' }).check()
    await owner.getByRole('checkbox', { name: 'Leer' }).check()
    await owner.getByRole('button', { name: 'Crear token' }).click()
    const secret = await owner.getByLabel('Token', { exact: true }).inputValue()
    expect(secret).toMatch(/^dct_[\w-]{43}$/)
    await expect(owner.getByRole('row', { name: /CI del portal/ })).toContainText('Leer, Presentar evidencia')
    await owner.reload()
    await expect(owner.getByRole('row', { name: /CI del portal/ })).toContainText('Nunca')
    expect(await owner.content()).not.toContain(secret)
    return secret
  })

  await test.step('what it pushes is checked at once', async () => {
    const { code, output } = await dictamen(push, token)
    expect(output).toContain('fly.toml: fail (fly-toml)')
    expect(output).toContain('El puerto 443 ya es del servicio de la línea 6.')
    expect(code).toBe(1)
    expect((await dictamen(['verdict', 'grupo-gad'], token)).code).toBe(3)
  })

  await test.step('the item names person and token', async () => {
    await owner.goto('/grupo-gad/items/DEP-03')
    await expect(owner.locator('#activity, section').filter({ hasText: 'por el token «CI del portal»' }).first()).toBeVisible()
  })

  await test.step('an administrator sees it, and its person revokes it', async () => {
    const admin = await signInAs('admin')
    await admin.goto('/admin')
    await admin.getByRole('link', { name: 'Martín Acosta' }).click()
    await expect(admin.getByRole('row', { name: /CI del portal/ })).toContainText('Leer, Presentar evidencia')
    await owner.goto('/account')
    await owner.getByRole('button', { name: 'Revocar: CI del portal' }).click()
    await expect(owner.getByText('No hay ningún token vigente.')).toBeVisible()
    const { code, output } = await dictamen(push, token)
    expect(output).toContain('El token no es válido')
    expect(code).toBe(2)
  })
})

test('the reference of the interface is there to be read, and its problems have addresses', async ({ signInAs }) => {
  const reader = await signInAs('auditor')
  await reader.goto('/account')
  await reader.getByRole('link', { name: 'Referencia de la interfaz de programación' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Interfaz de programación')
  await expect(reader.getByRole('heading', { name: 'Presentar evidencia' })).toBeVisible()
  await expect(reader.locator('#token_scope')).toHaveText('token_scope')
  const description = await (await reader.request.get('/api/v1/openapi.json')).json() as { openapi: string; paths: Record<string, unknown> }
  expect(description.openapi).toBe('3.1.0')
})
