import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { objectKey } from '../lib/platform/storage-keys'
import { onePagePdf } from './one-page-pdf'
import { expect, test } from './people'

interface Handed {
  name: string
  mimeType: string
  buffer: Buffer
}

async function handIn(page: Page, item: string, ...files: Handed[]): Promise<void> {
  await page.goto(`/grupo-gad/items/${item}`)
  const requirement = page.getByRole('article').first()
  await requirement.getByText('Presentar evidencia', { exact: true }).click()
  await requirement.locator('input[type=file]').setInputFiles(files)
  await expect(requirement.getByText(/Listo/)).toHaveCount(files.length)
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  await expect(requirement.getByText('Enviada a revisión').first()).toBeVisible()
}

test('a reviewer clears three in a row by keys: a text, a picture, a PDF', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const lines = Array.from({ length: 2100 }, (_, number) => `regla ${number}`)
  const page = ['<script>document.title = "ran"</script>', 'nombre\u202Eoculto', ...lines].join('\n')
  await handIn(sre, 'RET-03', { name: 'informe.html', mimeType: 'text/html', buffer: Buffer.from(page) })
  await handIn(sre, 'REC-18', { name: 'rutas.png', mimeType: 'image/png', buffer: await sre.screenshot() })
  await handIn(sre, 'REC-22', { name: 'calendario.pdf', mimeType: 'application/pdf', buffer: onePagePdf('Calendario') })

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/review')
  await reviewer.getByRole('link', { name: /RET-03/ }).click()
  /** Presses a key, again where the page was not yet listening, until it shows what the key leads to. */
  const press = async (key: string, leadsTo: Locator) => expect(async () => {
    if (!await leadsTo.isVisible()) await reviewer.keyboard.press(key)
    await expect(leadsTo).toBeVisible({ timeout: 5_000 })
  }).toPass()
  const asked = (code: string) => reviewer.getByRole('region', { name: 'Qué se pide' }).filter({ hasText: code })
  const code = (of: string) => expect(reviewer.getByRole('region', { name: 'Qué se pide' })).toContainText(of)

  // The page is text here, whatever it is elsewhere, and hides nothing.
  await code('RET-03')
  const content = reviewer.getByRole('region', { name: 'Contenido de informe.html' })
  await expect(content).toContainText('<script>document.title = "ran"</script>')
  await expect(content).toContainText('nombre⟨U+202E⟩oculto')
  await expect(content).not.toContainText('regla 2099')
  await expect(reviewer.getByText('Aquí está solo el comienzo')).toBeVisible()
  expect(await reviewer.title()).not.toBe('ran')
  await press('j', asked('REC-18'))
  await press('k', asked('RET-03'))
  await press('a', reviewer.getByText('Aceptada: RET-03, versión 1'))
  await code('REC-18')
  const picture = reviewer.getByRole('img', { name: 'Contenido de rutas.png' })
  await expect.poll(() => picture.evaluate(shown => (shown as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  // A rejection without its reason is refused; the keys are letters while somebody types.
  await press('r', reviewer.locator('form').getByRole('alert').filter({ hasText: 'Falta este dato' }))
  await reviewer.keyboard.press('m')
  await reviewer.keyboard.type('Falta la ruta jarkom')
  await code('REC-18')
  await expect(reviewer.getByLabel('Motivo')).toHaveValue('Falta la ruta jarkom')
  await reviewer.keyboard.press('Tab')
  await reviewer.keyboard.press('r')

  await expect(reviewer.getByText('Rechazada: REC-18, versión 1')).toBeVisible()
  await code('REC-22')
  await expect(reviewer.locator('iframe').or(reviewer.getByText('Este navegador no muestra PDF', { exact: false }))).toBeVisible()
  await expect(reviewer.getByRole('link', { name: 'Abrir' })).toHaveAttribute('aria-keyshortcuts', 'O')
  await press('a', reviewer.getByText('Aceptada: REC-22, versión 1'))

  await sre.goto('/grupo-gad/mine')
  await expect(sre.getByRole('region', { name: 'Rechazado' }).getByRole('row').filter({ hasText: 'REC-18' })).toContainText('La última evidencia fue rechazada')
  await sre.goto('/grupo-gad/items/REC-18')
  await expect(sre.getByText('Falta la ruta jarkom').first()).toBeVisible()
})

test('only a PDF is shown inside a page, and only when it is asked for so', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await handIn(sre, 'DRP-01', { name: 'ejercicio.pdf', mimeType: 'application/pdf', buffer: onePagePdf('Ejercicio') })
  await handIn(sre, 'DRP-04', { name: 'conmutacion.html', mimeType: 'text/html', buffer: Buffer.from('<script>1</script>') })
  const headersOf = async (item: string, file: string, query: string) => {
    await sre.goto(`/grupo-gad/items/${item}`)
    const href = await sre.getByRole('link', { name: file }).getAttribute('href')
    return (await sre.request.get(`${href}${query}`)).headers()
  }
  expect(await headersOf('DRP-01', 'ejercicio.pdf', '?inline')).toMatchObject({
    'content-disposition': expect.stringMatching(/^inline;/), 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
  })
  for (const [item, file, query] of [['DRP-01', 'ejercicio.pdf', ''], ['DRP-04', 'conmutacion.html', '?inline']] as const)
    expect(await headersOf(item, file, query)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment;/), 'x-frame-options': 'DENY',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
})

test('each of two files has its key, a PDF that has the keys says so, and what was accepted leads to where it is taken back', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await handIn(
    sre, 'REC-17', { name: 'umbrales.txt', mimeType: 'text/plain', buffer: Buffer.from('p95 300 ms\n') },
    { name: 'acta.txt', mimeType: 'text/plain', buffer: Buffer.from('acordado\n') },
    { name: 'anexo.pdf', mimeType: 'application/pdf', buffer: onePagePdf('Anexo') },
  )
  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/review')
  await reviewer.getByRole('link', { name: /REC-17/ }).click()
  await expect(reviewer.getByRole('article', { name: 'umbrales.txt' })).toContainText('p95 300 ms')
  for (const [key, name] of [['o', 'umbrales.txt'], ['2', 'acta.txt']] as const) {
    const [download] = await Promise.all([reviewer.waitForEvent('download'), reviewer.keyboard.press(key)])
    expect(download.suggestedFilename()).toBe(name)
  }

  const frame = reviewer.getByRole('article', { name: 'anexo.pdf' }).locator('iframe')
  await expect(frame.or(reviewer.getByText('Este navegador no muestra PDF', { exact: false }))).toBeVisible()
  if (await frame.isVisible()) {
    await frame.focus()
    await expect(reviewer.getByText('El visor del PDF recibe ahora las teclas', { exact: false })).toBeVisible()
    await reviewer.getByRole('heading', { level: 1 }).click()
    await expect(reviewer.getByText('El visor del PDF recibe ahora las teclas', { exact: false })).toHaveCount(0)
  }
  await reviewer.keyboard.press('a')
  await expect(reviewer.getByText('Aceptada: REC-17, versión 1')).toBeVisible()
  await reviewer.getByRole('link', { name: 'Ver lo que quedó en REC-17' }).click()
  await expect(reviewer).toHaveURL(/items\/REC-17#requirement-/)
  await expect(reviewer.getByText('Retirar la aceptación', { exact: false }).first()).toBeAttached()
})

test('a picture that rotted and a PDF that is gone say so, under the number of the request', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  const picture = { name: 'panel.png', mimeType: 'image/png', buffer: await sre.screenshot() }
  const document = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: onePagePdf('Plan') }
  await handIn(sre, 'REC-19', picture, document)
  const stored = ({ buffer }: Handed) => {
    const sha256 = createHash('sha256').update(buffer).digest('hex')
    const folder = process.env.E2E_DATA_DIR ?? ''
    return path.join(folder, readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(file => file.endsWith(objectKey(sha256))) ?? '')
  }
  const [rotten, gone] = [stored(picture), stored(document)]
  writeFileSync(rotten, Buffer.alloc(picture.buffer.length))
  rmSync(gone)

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/review')
  await reviewer.getByRole('link', { name: /REC-19/ }).click()
  const alertOf = (name: string) => reviewer.getByRole('article', { name }).getByRole('alert')
  await expect(alertOf('panel.png')).toContainText(/su huella no coincide.*[0-9a-f]{8}-/)
  await expect(alertOf('plan.pdf')).toContainText(/no está en el almacén.*[0-9a-f]{8}-/)
  await expect(reviewer.getByRole('article').locator('img, iframe')).toHaveCount(0)

  for (const [file, { buffer }] of [[rotten, picture], [gone, document]] as const) writeFileSync(file, buffer)
  await reviewer.reload()
  await expect(reviewer.getByRole('img', { name: 'Contenido de panel.png' })).toBeVisible()
})

test('what somebody else reviewed meanwhile stays open with the words that were typed', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await handIn(sre, 'FIN-04', { name: 'costo.txt', mimeType: 'text/plain', buffer: Buffer.from('series 10\n') })
  const first = await signInAs('reviewer')
  const second = await signInAs('reviewer')
  await first.goto('/grupo-gad/review')
  await first.getByRole('link', { name: /FIN-04/ }).click()
  const address = first.url()
  await first.getByLabel('Motivo').fill('Falta el costo del almacenamiento')
  await second.goto(address)
  await second.keyboard.press('a')
  await expect(second.getByText('Aceptada: FIN-04, versión 1')).toBeVisible()

  // No other evidence slips under the hand that is about to rule.
  await expect(first.getByRole('button', { name: 'Rechazar' })).toHaveAccessibleDescription('Ya no está en revisión')
  expect(first.url()).toBe(address)
  await expect(first.getByLabel('Motivo')).toHaveValue('Falta el costo del almacenamiento')
})

test('keys can be turned off, and those without the role find a calm page', async ({ signInAs }) => {
  const sre = await signInAs('sre')
  await sre.goto('/grupo-gad/review')
  await expect(sre.getByText('Nada espera su revisión')).toBeVisible()
  const executive = await signInAs('executive')
  await executive.goto('/grupo-gad/review')
  await expect(executive.getByText('Su función no revisa evidencia')).toBeVisible()

  const reviewer = await signInAs('reviewer')
  await reviewer.goto('/grupo-gad/review')
  const address = reviewer.url()
  await reviewer.getByLabel('Teclas activas').uncheck()
  await reviewer.keyboard.press('j')
  await reviewer.reload()
  await expect(reviewer.getByLabel('Teclas activas')).not.toBeChecked()
  expect(reviewer.url()).toBe(address)
  await reviewer.getByLabel('Teclas activas').check()
  await reviewer.keyboard.press('j')
  await expect(reviewer).not.toHaveURL(address)
})

test('an SRE claims that an item does not apply, and the chair finds it, decides it and sees it go', async ({ signInAs }) => {
  const chair = await signInAs('cab-chair')
  const sre = await signInAs('sre')
  await sre.goto('/grupo-gad/items/REC-04')
  await sre.getByLabel('Estado declarado').selectOption('not_applicable')
  await sre.getByLabel('Por qué no aplica').fill('El sistema no guarda colas')
  await sre.getByLabel('Hasta cuándo').fill('2027-03-01')
  await sre.getByRole('button', { name: 'Guardar' }).first().click()
  await expect(sre.getByText('espera la aprobación de otra persona')).toBeVisible()
  // Nobody decides what they asked for.
  await sre.goto('/grupo-gad/mine')
  await expect(sre.getByText(/solicitud.* su decisión/)).toHaveCount(0)

  await chair.goto('/grupo-gad/mine')
  await expect(chair.getByText(/solicitud(es)? esperan? su decisión/)).toBeVisible()
  await chair.getByRole('link', { name: 'Decidir' }).click()
  const request = chair.getByRole('region', { name: 'Solicitudes que esperan su decisión' }).getByRole('listitem').filter({ hasText: 'REC-04' })
  await expect(request).toContainText('Diego Herrera declaró que no aplica, hasta el 1 mar 2027')
  await expect(request).toContainText('El sistema no guarda colas')
  await request.getByRole('link').click()
  await expect(chair).toHaveURL(/\/items\/REC-04$/)
  await chair.getByRole('button', { name: 'Aprobar que no aplica' }).click()
  await expect(chair.getByText('Aprobado como no aplicable hasta el 1 mar 2027')).toBeVisible()
  await chair.goto('/grupo-gad/review')
  await expect(chair.getByRole('heading', { name: 'Revisión' })).toBeVisible()
  await expect(request).toHaveCount(0)
})
