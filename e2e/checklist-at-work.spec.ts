import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './people'

const three = ['REC-20', 'REC-21', 'REC-22']

const row = (page: Page, code: string) => page.getByRole('row').filter({ hasText: code })
const box = (page: Page, code: string) => page.getByRole('checkbox', { name: `Seleccionar ${code}` })
const bar = (page: Page) => page.getByRole('region', { name: 'Cambiar los seleccionados' })
const apply = (page: Page) => page.getByRole('button', { name: 'Aplicar a todos los seleccionados' }).click()

/** Selects a row and writes a new date for it, without sending it. */
async function writeDate(page: Page, code: string, date: string, reason: string): Promise<void> {
  await box(page, code).check()
  await bar(page).getByRole('button', { name: 'Cambiar…' }).click()
  await bar(page).getByLabel('Fecha objetivo').fill(date)
  await bar(page).getByLabel('Por qué se mueve la fecha').fill(reason)
}

test('an SRE sets a date for three items by keyboard, finishes in a spreadsheet, and comes back to the view', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&team=sre')

  await test.step('groups the list, where each group shows what is declared beside what is proven', async () => {
    await page.getByLabel('Agrupar por').selectOption('criticality')
    await expect(page).toHaveURL(/group=criticality/)
    await expect(page.getByRole('rowheader', { name: /Estándar.*0 probados, de/ })).toBeVisible()
  })

  await test.step('goes from row to row and selects three', async () => {
    await page.getByRole('link', { name: 'Saltar los filtros e ir a la lista' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('j')
    await expect(page.getByRole('table').getByRole('rowheader').getByRole('link').first()).toBeFocused()
    await page.getByRole('row').filter({ hasText: three[0] }).getByRole('rowheader').getByRole('link').focus()
    await page.keyboard.press('x')
    // Letters are letters where somebody chooses.
    await page.getByLabel(`Estado declarado de ${three[0]}`).press('x')
    await expect(page.getByRole('checkbox', { name: `Seleccionar ${three[0]}` })).toBeChecked()
    await page.getByRole('row').filter({ hasText: three[0] }).getByRole('rowheader').getByRole('link').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('status').filter({ hasText: 'Requisitos seleccionados: 3' })).toBeAttached()
  })

  await test.step('the date moves only with a reason, and then for all three', async () => {
    await page.getByRole('button', { name: 'Cambiar…' }).click()
    await page.getByLabel('Fecha objetivo', { exact: true }).last().fill('2027-03-15')
    await page.getByRole('button', { name: 'Aplicar a todos los seleccionados' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Falta el motivo' })).toBeFocused()
    await page.getByLabel('Por qué se mueve la fecha').fill('Depende del nuevo proveedor')
    await page.getByRole('button', { name: 'Aplicar a todos los seleccionados' }).click()
    await expect(page.getByText('Requisitos cambiados: 3.')).toBeVisible()
    for (const code of three) await expect(page.getByRole('row').filter({ hasText: code })).toContainText('15 mar 2027')
    await expect(page.getByRole('checkbox', { name: `Seleccionar ${three[0]}` })).not.toBeChecked()
    await page.goto(`/grupo-gad/items/${three[1]}`)
    await expect(page.getByText('Motivo: Depende del nuevo proveedor')).toBeVisible()
  })

  const view = '/grupo-gad/items?team=sre&kind=control&group=month&columns=assignee,due,declared'
  const csv = await test.step('downloads the list as it is shown', async () => {
    await page.goto(view)
    await expect(page.getByRole('columnheader', { name: 'Asignado a' })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Probado' })).toHaveCount(0)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Descargar CSV' }).click()])
    expect(download.suggestedFilename()).toMatch(/^grupo-gad-\d{4}-\d{2}-\d{2}\.csv$/)
    return readFile(await download.path(), 'utf8')
  })

  await test.step('a spreadsheet with a bad row changes nothing and names it', async () => {
    await page.getByRole('link', { name: 'Importar cambios' }).click()
    await upload(csv.replace(/^(REC-20,.*),[^,]*,([^,\r]*)\r$/m, '$1,Casi,$2\r'))
    await expect(page.getByRole('row').filter({ hasText: 'REC-20' })).toContainText('El estado declarado no es ninguno de los conocidos')
    await expect(page.getByRole('button', { name: 'Aplicar los cambios' })).toHaveCount(0)
  })

  await test.step('the changed rows are shown, and applied at once', async () => {
    await upload(csv.replace(/^(REC-2[01],.*),[^,]*,([^,\r]*)\r$/gm, '$1,En curso,$2\r'))
    await expect(page.getByRole('row').filter({ hasText: 'REC-20' })).toContainText(/Declarado: .+ → En curso/)
    await page.getByRole('button', { name: 'Aplicar los cambios' }).click()
    await expect(page.getByText('Los cambios quedaron aplicados.')).toBeVisible()
    // The same file again is of versions that are gone; where it says what is stored there is nothing to do.
    await upload(csv)
    await expect(page.getByRole('row').filter({ hasText: 'REC-20' })).toContainText('Otra persona lo cambió mientras tanto')
  })

  await test.step('what a colleague changes between looking and applying stops all, and is named with both values', async () => {
    const sheet = 'Código,Declarado\nREC-20,Parcial\nREC-21,Parcial\n'
    await upload(sheet)
    await expect(page.getByRole('row').filter({ hasText: 'REC-21' })).toContainText(/Declarado: En curso → Parcial/)
    const colleague = await signInAs('sre2')
    await colleague.goto('/grupo-gad/items?kind=control&q=REC-21')
    await colleague.getByLabel('Estado declarado de REC-21').selectOption('done')
    await colleague.getByRole('button', { name: 'Guardar', exact: true }).click()
    await expect(colleague.getByRole('row').filter({ hasText: 'REC-21' })).toContainText('Hecho')
    await page.getByRole('button', { name: 'Aplicar los cambios' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'REC-21: Otra persona lo cambió mientras tanto' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'REC-20' })).toContainText(/Declarado: En curso → Parcial/)
    await expect(page.getByRole('row').filter({ hasText: 'REC-21' })).toContainText(/Declarado: Hecho → Parcial/)
    await page.getByRole('button', { name: 'Aplicar los cambios' }).click()
    await expect(page.getByText('Los cambios quedaron aplicados.')).toBeVisible()
  })

  await test.step('keeps the view, comes back to it and lets it go', async () => {
    await page.goto(view)
    await page.getByText('Vistas guardadas').click()
    await page.getByLabel('Nombre para los filtros').fill('Mis fechas')
    await page.getByRole('button', { name: 'Guardar esta vista' }).click()
    await expect(page.getByRole('link', { name: 'Mis fechas' })).toBeVisible()
    await page.goto('/grupo-gad/items')
    await page.getByText('Vistas guardadas').click()
    await page.getByLabel('Nombre para los filtros').fill('Mis fechas')
    await page.getByRole('button', { name: 'Guardar esta vista' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Ya tiene una vista con ese nombre' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Mis fechas' })).toHaveAttribute('href', view)
    await page.getByRole('button', { name: 'Reemplazar la vista: Mis fechas' }).click()
    await expect(page.getByRole('link', { name: 'Mis fechas' })).toHaveAttribute('href', '/grupo-gad/items')
    await page.goto(view)
    await page.getByText('Vistas guardadas').click()
    await page.getByLabel('Nombre para los filtros').fill('Mis fechas')
    await page.getByRole('button', { name: 'Guardar esta vista' }).click()
    await page.getByRole('button', { name: 'Reemplazar la vista: Mis fechas' }).click()
    await expect(page.getByRole('link', { name: 'Mis fechas' })).toHaveAttribute('href', view)
    await page.goto('/grupo-gad/items')
    await page.getByText('Vistas guardadas').click()
    await page.getByRole('link', { name: 'Mis fechas' }).click()
    await expect(page).toHaveURL(view)
    await expect(page.getByRole('row').filter({ hasText: 'REC-20' })).toContainText('15 mar 2027')
    await page.getByText('Vistas guardadas').click()
    await page.getByRole('button', { name: 'Eliminar la vista: Mis fechas' }).click()
    await expect(page.getByText('Aún no guardó ninguna vista.')).toBeVisible()
  })

  async function upload(text: string) {
    await page.getByLabel('Planilla').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Ver los cambios' }).click()
    await expect(page.getByRole('heading', { name: 'Qué cambiaría' })).toBeVisible()
  }
})

test('a date is taken away from what is selected, with its reason, and nothing is applied that was not chosen', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&q=REC-21')
  await expect(row(page, 'REC-21')).toContainText('2027')
  await box(page, 'REC-21').check()
  await bar(page).getByRole('button', { name: 'Cambiar…' }).click()
  await apply(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Elija qué cambiar' })).toBeFocused()
  await expect(box(page, 'REC-21')).toBeChecked()

  // One of the two is meant, and what was typed is not lost to the other.
  const due = bar(page).getByLabel('Fecha objetivo')
  await due.fill('2027-08-01')
  await page.getByLabel('Quitar la fecha').check()
  await expect(due).toBeDisabled()
  await expect(due).toHaveValue('2027-08-01')
  await page.getByLabel('Por qué se mueve la fecha').fill('El proveedor se retiró')
  await apply(page)
  await expect(row(page, 'REC-21')).toContainText('Sin fecha')
})

test('several get a status, teams and a person at once, and how many changed is said', async ({ signInAs }) => {
  // Whoever has signed in can be given work.
  await signInAs('sre2')
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&team=sre&columns=owner,assignee,declared')
  for (const code of ['DEP-06', 'RET-03']) await box(page, code).check()
  await bar(page).getByRole('button', { name: 'Cambiar…' }).click()
  await bar(page).getByLabel('Estado declarado').selectOption({ label: 'Parcial' })
  await bar(page).getByLabel('Persona asignada').selectOption({ label: 'Camila Soto' })
  await bar(page).getByText('Equipos responsables: sin cambio').click()
  for (const team of ['SRE', 'QA']) await bar(page).getByRole('checkbox', { name: team, exact: true }).check()
  await apply(page)
  await expect(page.getByText('Requisitos cambiados: 2.')).toBeVisible()
  for (const code of ['DEP-06', 'RET-03']) {
    await expect(row(page, code).getByLabel(/^Estado declarado/)).toHaveValue('partial')
    await expect(row(page, code)).toContainText('Camila Soto')
    await expect(row(page, code)).toContainText(/QA.*SRE|SRE.*QA/)
  }

  // Who is told that something changed knows how much of it was so already.
  await box(page, 'DEP-06').check()
  await bar(page).getByRole('button', { name: 'Cambiar…' }).click()
  await bar(page).getByLabel('Persona asignada').selectOption({ label: 'Camila Soto' })
  await apply(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Nada cambió' })).toBeFocused()
  await box(page, 'REC-04').check()
  await apply(page)
  await expect(page.getByText('Requisitos cambiados: 1. Ya estaban así: 1.')).toBeVisible()
})

test('what a colleague changes under an open bar is said, and is not overwritten before its author wants it', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&q=DRP-04')
  await writeDate(page, 'DRP-04', '2027-05-10', 'Espera la conmutación')

  const colleague = await signInAs('sre2')
  await colleague.goto('/grupo-gad/items?kind=control&q=DRP-04')
  await writeDate(colleague, 'DRP-04', '2027-06-20', 'Falta el proveedor')
  await apply(colleague)
  await expect(row(colleague, 'DRP-04')).toContainText('20 jun 2027')

  await expect(bar(page).getByRole('alert').filter({ hasText: 'Cambiaron después de que usted los seleccionó: DRP-04' })).toBeVisible()
  await apply(page)
  await expect(page.getByRole('alert').filter({ hasText: 'DRP-04: Otra persona lo cambió mientras tanto' })).toBeFocused()
  await expect(row(page, 'DRP-04')).toContainText('20 jun 2027')
  await bar(page).getByRole('button', { name: 'Seguir con lo mío' }).click()
  await expect(bar(page).getByLabel('Fecha objetivo')).toHaveValue('2027-05-10')
  await apply(page)
  await expect(row(page, 'DRP-04')).toContainText('10 may 2027')
  await page.goto('/grupo-gad/items/DRP-04')
  await expect(page.getByText('Motivo: Falta el proveedor')).toBeVisible()
  await expect(page.getByText('Motivo: Espera la conmutación')).toBeVisible()
})

test('what is being changed outlives another selection, another search and another page', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control')
  await writeDate(page, 'DRP-03', '2027-07-01', 'Depende de la línea de base')
  const isKept = async () => {
    await expect(bar(page).getByLabel('Fecha objetivo')).toHaveValue('2027-07-01')
    await expect(bar(page).getByLabel('Por qué se mueve la fecha')).toHaveValue('Depende de la línea de base')
  }
  await test.step('the only row is given up for another', async () => {
    await box(page, 'DRP-03').uncheck()
    await expect(bar(page)).toHaveCount(0)
    await box(page, 'DRP-04').check()
    await isKept()
  })
  await test.step('another row is searched for, and the first is said to be selected still', async () => {
    await page.getByLabel('Buscar por código').fill('RET-03')
    await expect(bar(page)).toContainText('fuera de lo que muestra la lista: DRP-04')
    await box(page, 'RET-03').check()
    await expect(bar(page)).toContainText('Requisitos seleccionados: 2')
    await isKept()
    await page.getByLabel('Buscar por código').fill('')
    await expect(box(page, 'DRP-04')).toBeChecked()
  })
  await test.step('the page is turned', async () => {
    await page.getByRole('link', { name: 'Siguiente' }).click()
    await expect(page).toHaveURL(/page=2/)
    await expect(bar(page)).toContainText('Requisitos seleccionados: 2')
    await isKept()
    await box(page, 'REC-20').check()
    await bar(page).getByRole('button', { name: 'Dejarlos fuera' }).click()
    await expect(bar(page)).toContainText('Requisitos seleccionados: 1')
    await isKept()
  })
})

test('the box over all says what is selected', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&team=sre')
  const all = page.getByRole('checkbox', { name: 'Seleccionar todos los de esta página' })
  await all.check()
  await expect(box(page, 'REC-20')).toBeChecked()
  await box(page, 'REC-20').uncheck()
  await expect(all).toBeChecked({ indeterminate: true })
  await page.getByLabel('Buscar por código').fill('REC-20')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await expect(all).not.toBeChecked()
  await box(page, 'REC-20').check()
  await expect(all).toBeChecked()
})

test('keys go on beyond the last row and back beyond the first', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control')
  const links = page.getByRole('table').getByRole('rowheader').getByRole('link')
  const first = await links.first().textContent() ?? ''
  const last = await links.last().textContent() ?? ''
  await links.last().focus()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/page=2/)
  await expect(links.first()).not.toHaveText(first)
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.last()).toHaveText(last)
  await expect(links.last()).toBeFocused()
})

test('a list keeps one column at least', async ({ signInAs }) => {
  const page = await signInAs('executive')
  await page.goto('/grupo-gad/items?columns=due')
  await page.getByText('Columnas', { exact: true }).click()
  const due = page.getByRole('checkbox', { name: 'Fecha objetivo' })
  await due.click()
  await expect(due).toBeChecked()
  await page.getByRole('checkbox', { name: 'Probado' }).check()
  await expect(page.getByRole('columnheader', { name: 'Probado' })).toBeVisible()
  await due.uncheck()
  await expect(page).toHaveURL(/columns=proven$/)
  await expect(page.getByRole('columnheader', { name: 'Fecha objetivo' })).toHaveCount(0)
})

test('what is selected outlives what others change', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?kind=control&team=sre')
  await page.getByRole('checkbox', { name: 'Seleccionar REC-19' }).check()
  await page.getByRole('checkbox', { name: 'Seleccionar DRP-04' }).check()
  const other = await signInAs('sre')
  await other.goto('/grupo-gad/items?kind=control&q=DRP-04')
  await other.getByLabel('Estado declarado de DRP-04').selectOption('partial')
  await other.getByRole('button', { name: 'Guardar', exact: true }).click()
  await expect(page.getByLabel('Estado declarado de DRP-04')).toHaveValue('partial')
  await expect(page.getByText('Requisitos seleccionados: 2').last()).toBeVisible()
})

test('nobody selects what belongs to another team, and readers select nothing', async ({ signInAs }) => {
  const page = await signInAs('sre')
  await page.goto('/grupo-gad/items?q=CMP-01')
  await expect(page.getByRole('checkbox', { name: /Seleccionar CMP-01\. Corresponde a/ })).toBeDisabled()
  const reader = await signInAs('executive')
  await reader.goto('/grupo-gad/items')
  await expect(reader.getByRole('rowheader').first()).toBeVisible()
  await expect(reader.getByRole('checkbox', { name: /^Seleccionar/ })).toHaveCount(0)
  await expect(reader.getByRole('link', { name: 'Importar cambios' })).toHaveCount(0)
  await expect(reader.getByRole('link', { name: 'Descargar Excel' })).toBeVisible()
})
