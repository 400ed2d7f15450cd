import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from './people'

test('files that cannot be taken leave nothing behind and say what to do', async ({ signInAs }) => {
  const page = await signInAs('netops')
  await page.goto('/grupo-gad/items/NET-01')
  const requirement = page.getByRole('article').first()
  await requirement.getByText('Presentar evidencia').click()
  const picker = requirement.locator('input[type=file]')
  await picker.setInputFiles([
    { name: 'vacio.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'informe.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\x00 not a pdf at all', 'latin1') },
  ])
  await expect(requirement.getByText(/vacío/i).first()).toBeVisible()
  await expect(requirement.getByText(/no es|no corresponde|contenido|no se acepta/i).first()).toBeVisible()
  // What was refused is not left out in silence.
  const alert = requirement.locator('form').getByRole('alert')
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  await expect(alert).toContainText(/no es|no corresponde|contenido|no se acepta/i)
  while (await requirement.getByRole('button', { name: /^Quitar/ }).count() > 0) await requirement.getByRole('button', { name: /^Quitar/ }).first().click()
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  await expect(alert).toContainText('Adjunte archivos o escriba un enlace')
})

test('a file comes back to the byte, as an attachment that cannot run here', async ({ signInAs }) => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])
  const page = await signInAs('netops')
  await page.goto('/grupo-gad/items/NET-01')
  const requirement = page.getByRole('article').first()
  await requirement.getByText('Presentar evidencia').click()
  await requirement.locator('input[type=file]').setInputFiles({ name: 'config TLS ñ.pdf', mimeType: 'application/pdf', buffer: bytes })
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  const link = requirement.getByRole('link', { name: 'config TLS ñ.pdf' })
  await expect(link).toBeVisible()

  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('config TLS ñ.pdf')
  const received = await readFile(await download.path())
  expect(createHash('sha256').update(received).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  const response = await page.request.get(await link.getAttribute('href') ?? '')
  expect(response.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment/) })
  expect(response.headers()['content-security-policy']).toContain('sandbox')
})

test('an SVG that scripts is kept as a file and never runs', async ({ signInAs }) => {
  const page = await signInAs('netops')
  await page.goto('/grupo-gad/items/SEC-03')
  const requirement = page.getByRole('article').first()
  await requirement.getByText('Presentar evidencia').click()
  await requirement.locator('input[type=file]').setInputFiles({
    name: 'red.svg', mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>'),
  })
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  const href = await requirement.getByRole('link', { name: 'red.svg' }).getAttribute('href') ?? ''
  const response = await page.request.get(href)
  expect(response.headers()['content-security-policy']).toContain('sandbox')
  expect(response.headers()['content-disposition']).toMatch(/^attachment/)
})

test('a new version goes to review, and the accepted one stays readable and goes on proving', async ({ signInAs }) => {
  const devops = await signInAs('devops')
  const reviewer = await signInAs('reviewer')
  const item = '/grupo-gad/items/AUT-01'
  // Over a slow line the form is sent before its file has arrived.
  await devops.route('**/api/uploads?*', async route => {
    await setTimeout(1_000)
    await route.continue()
  })
  const submit = async (label: string, name: string, index: number) => {
    await devops.goto(item)
    const requirement = devops.getByRole('article').nth(index)
    await requirement.getByText(label, { exact: true }).first().click()
    const form = requirement.locator('details[open]').filter({ hasText: label }).first()
    await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(`${name}\n`) })
    await form.getByRole('button', { name: 'Enviar a revisión' }).click()
    await expect(requirement.getByRole('link', { name })).toBeVisible()
  }
  await submit('Presentar evidencia', 'gates-v1.txt', 0)
  await reviewer.goto(item)
  await reviewer.getByRole('button', { name: 'Aceptar', exact: true }).first().click()
  await expect(reviewer.getByText('Aceptada').first()).toBeVisible()

  await submit('Presentar una versión nueva', 'gates-v2.txt', 0)
  const requirement = devops.getByRole('article').first()
  await expect(requirement.getByText('Versión 2')).toBeVisible()
  await expect(requirement.getByRole('link', { name: 'gates-v1.txt' })).toBeVisible()
  await expect(requirement.getByText('Cumplido con evidencia aceptada y vigente')).toBeVisible()

  // A rejection needs its reason, and the submitter reads it.
  await reviewer.goto(item)
  await reviewer.getByRole('button', { name: 'Rechazar', exact: true }).first().click()
  await expect(reviewer.locator('form').getByRole('alert')).toContainText('Falta este dato')
  await reviewer.getByLabel('Motivo').first().fill('Falta el resultado del rollback')
  await reviewer.getByRole('button', { name: 'Rechazar', exact: true }).first().click()
  await devops.goto(item)
  await expect(devops.getByText('Falta el resultado del rollback').first()).toBeVisible()
})
