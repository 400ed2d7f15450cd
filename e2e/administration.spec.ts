import type { Browser, Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './people'

test('an administrator ends a session, and that person\'s next click leads to the sign-in page', async ({ browser, baseURL, signInAs }) => {
  const person = await signInApart(browser, baseURL)
  const admin = await signInAs('admin')
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Andrés Luna' }).click()
  await admin.getByRole('button', { name: /^Cerrar sesión/ }).first().click()
  await expect(admin.getByText('No tiene ninguna sesión abierta.')).toBeVisible()

  await person.getByRole('link', { name: 'Cuenta' }).first().click()
  await expect(person).toHaveURL(/\/sign-in\?next=%2Faccount/)
  await person.context().close()
})

test('with the keyboard alone an administrator removes rows, hears of it, and goes on from where they stood', async ({ browser, baseURL, signInAs }) => {
  const people = [await signInApart(browser, baseURL), await signInApart(browser, baseURL)]
  const admin = await signInAs('admin')
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Andrés Luna' }).click()
  const end = admin.getByRole('button', { name: /^Cerrar sesión/ })
  await expect(end).toHaveCount(2)
  await pressEnter(end.first())
  await expect(end).toHaveCount(1)
  await expect(admin.getByRole('table', { name: 'Sesiones abiertas' })).toBeFocused()
  await expect(heard(admin, 'Sesión cerrada')).toBeAttached()
  // The last of them takes its table along.
  await pressEnter(end)
  await expect(admin.getByText('No tiene ninguna sesión abierta.')).toBeVisible()
  const sessions = admin.getByRole('region', { name: 'Sesiones abiertas' })
  await expect(sessions).toBeFocused()
  await expect(sessions).toHaveCSS('outline-style', 'solid')
  await Promise.all(people.map(person => person.context().close()))

  await admin.goto('/admin/groups')
  const group = admin.getByLabel('Grupo', { exact: true })
  await admin.getByLabel('Función').selectOption({ label: 'Auditoría' })
  await group.fill('dictamen-turno-noche')
  await group.press('Enter')
  await expect(heard(admin, 'Guardado')).toBeVisible()
  await expect(group).toBeFocused()
  await expect(group).toHaveValue('')
  await pressEnter(admin.getByRole('button', { name: 'Quitar: dictamen-turno-noche' }))
  await expect(heard(admin, 'Grupo quitado')).toBeAttached()
  await expect(admin.getByRole('table', { name: 'Grupos' })).toBeFocused()

  await admin.goto('/admin/teams')
  await admin.getByLabel('Clave').fill('turno-noche')
  await admin.getByLabel('Nombre en español').fill('Turno noche')
  await admin.getByLabel('Nombre en inglés').fill('Night shift')
  await pressEnter(admin.getByRole('button', { name: 'Guardar' }))
  await expect(heard(admin, 'Guardado')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Guardar' })).toBeFocused()
  await pressEnter(admin.getByRole('button', { name: 'Borrar: turno-noche' }))
  await expect(heard(admin, 'Equipo borrado')).toBeAttached()
  await expect(admin.getByRole('table', { name: 'Equipos' })).toBeFocused()
})

test('a change of the policy takes two administrators, who see what the verdict would be', async ({ signInAs }) => {
  const first = await signInAs('admin')
  await first.goto('/grupo-gad/settings/policy')
  await first.locator('[name="item.SEC-02"]').selectOption('gate')
  await first.locator('[name=reason]').fill('Sin secretos centralizados no se sale')
  await first.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(first.getByRole('heading', { name: 'Un cambio espera a otra persona administradora' })).toBeVisible()
  await expect(first.getByText('Usted lo propuso', { exact: false })).toBeVisible()

  // Whoever reads the verdict learns that it may come to stand on other rules, and the other administrator that they are waited for.
  const executive = await signInAs('executive')
  await executive.goto('/grupo-gad/verdict')
  await expect(executive.getByText('Un cambio de la política espera decisión.')).toBeVisible()
  const second = await signInAs('admin2')
  await second.goto('/admin')
  const waiting = second.locator('div').filter({ has: second.getByText('Un cambio de la política espera decisión', { exact: true }) }).last()
  await waiting.getByRole('link', { name: /GRUPO_GAD/ }).click()
  await expect(second).toHaveURL('/grupo-gad/settings/policy')
  await expect(second.getByText('Motivo: Sin secretos centralizados no se sale')).toBeVisible()
  const effect = second.getByRole('table', { name: 'Qué pasaría hoy con el dictamen' })
  await expect(effect.getByRole('row', { name: /Bloqueantes/ }).getByRole('cell').last()).toContainText('SEC-02')
  await second.getByRole('button', { name: 'Rechazar', exact: true }).click()
  await expect(second.locator('form').getByRole('alert')).toContainText('Falta este dato')
  await second.getByRole('button', { name: 'Aprobar y poner en vigor' }).click()
  await expect(second.getByText('Propuesta por Carla Ponce', { exact: false })).toBeVisible()
  await expect(second.getByRole('heading', { name: 'Un cambio espera a otra persona administradora' })).toBeHidden()

  // The requirement is a gate now, for everybody, and the audit trail says who wanted it so.
  await second.goto('/grupo-gad/items/SEC-02')
  await expect(second.getByText(/Bloqueante$/).first()).toBeVisible()
  await second.goto('/grupo-gad/events')
  await expect(second.getByText('aprobó el cambio de la política').first()).toBeVisible()

  // Back as it was, for whoever tests after this.
  await second.goto('/grupo-gad/settings/policy')
  await second.locator('[name="item.SEC-02"]').selectOption('critical')
  await second.locator('[name=reason]').fill('Vuelve a ser crítico')
  await second.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(second.getByRole('heading', { name: 'Un cambio espera a otra persona administradora' })).toBeVisible()
  await first.goto('/grupo-gad/settings/policy')
  await first.getByRole('button', { name: 'Aprobar y poner en vigor' }).click()
  await expect(first.getByRole('heading', { name: 'Un cambio espera a otra persona administradora' })).toBeHidden()
  for (const path of ['/admin', '/admin/assessments', '/grupo-gad/verdict']) {
    await second.goto(path)
    await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(second.getByText(/cambio de la política espera decisión/)).toHaveCount(0)
  }
})

test('a proposal that is being written stays while somebody else proposes, and so does the ruling on theirs', async ({ signInAs }) => {
  const second = await signInAs('admin2')
  await second.goto('/grupo-gad/settings/policy')
  const proposal = second.locator('form').filter({ has: second.getByRole('button', { name: 'Proponer', exact: true }) })
  const item = proposal.locator('[name="item.SEC-02"]')
  const reason = proposal.getByLabel('Por qué')
  const propose = proposal.getByRole('button', { name: 'Proponer', exact: true })
  const before = await item.inputValue()
  await item.selectOption('standard')
  await reason.fill('Ya lo cubre otro')

  const first = await signInAs('admin')
  const proposeAsFirst = async (why: string) => {
    await first.goto('/grupo-gad/settings/policy')
    await first.locator('[name=decisionDays]').fill('45')
    await first.getByLabel('Por qué').fill(why)
    await first.getByRole('button', { name: 'Proponer', exact: true }).click()
    await expect(second.getByText(`Motivo: ${why}`)).toBeVisible()
  }
  await proposeAsFirst('Treinta días no alcanzan')
  await expect(reason).toBeFocused()
  await expect(reason).toHaveValue('Ya lo cubre otro')
  await expect(item).toHaveValue('standard')
  await expect(propose).toHaveAttribute('aria-disabled', 'true')
  await expect(propose).toHaveAccessibleDescription(/Ya hay un cambio que espera/)

  // What the decider writes outlives the proposal as well, and is there for the next.
  const ruling = second.getByRole('region', { name: 'Decidir' }).getByLabel('Motivo')
  await ruling.fill('Faltan datos de un año')
  await pressEnter(first.getByRole('button', { name: 'Retirar la propuesta' }))
  await expect(heard(first, 'Propuesta retirada')).toBeAttached()
  await expect(first.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(ruling).toBeHidden()
  await expect(second.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(propose).not.toHaveAttribute('aria-disabled')
  await expect(reason).toHaveValue('Ya lo cubre otro')
  await proposeAsFirst('Con sesenta sobra')
  await expect(ruling).toHaveValue('Faltan datos de un año')
  await second.getByRole('button', { name: 'Rechazar', exact: true }).click()
  await expect(ruling).toBeHidden()

  await second.reload()
  await expect(reason).toHaveValue('Ya lo cubre otro')
  await proposal.getByRole('button', { name: 'Usar lo guardado' }).click()
  await expect(item).toHaveValue(before)
  await expect(reason).toHaveValue('')
  await expect(proposal.locator('select').first()).toBeFocused()
})

test('a delegate does the absent person\'s work, until the administrator ends it', async ({ signInAs }) => {
  const delegate = await signInAs('qa')
  const absent = await signInAs('compliance')
  await absent.goto('/account')
  const admin = await signInAs('admin')
  await admin.goto('/admin/absences')
  await admin.locator('[name=absentId]').selectOption({ label: 'Elena Bravo' })
  await admin.locator('[name=delegateId]').selectOption({ label: 'Inés Molina' })
  await admin.locator('[name=until]').fill(inDays(3))
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.getByRole('rowheader', { name: 'Elena Bravo' })).toBeVisible()

  await delegate.goto('/account')
  await expect(delegate.getByText('Usted suple a Elena Bravo', { exact: false })).toBeVisible()
  expect(await teamsOf(delegate)).toContain('Compliance')
  await absent.reload()
  await expect(absent.getByText('Inés Molina le suple', { exact: false })).toBeVisible()

  await admin.getByRole('button', { name: 'Terminar: Elena Bravo' }).click()
  await expect(admin.getByText('Nadie suple a nadie')).toBeVisible()
  await delegate.reload()
  expect(await teamsOf(delegate)).not.toContain('Compliance')
})

test('a mapping of groups changes people at once, and the last way to administration stays', async ({ signInAs }) => {
  const executive = await signInAs('executive')
  const admin = await signInAs('admin')
  await admin.goto('/admin/groups')
  await admin.getByRole('link', { name: 'Cambiar: dictamen-role-executive' }).click()
  await admin.locator('[name=teamKey]').selectOption({ label: 'FinOps' })
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.getByRole('row', { name: /dictamen-role-executive/ })).toContainText('FinOps')
  await executive.goto('/account')
  expect(await teamsOf(executive)).toContain('FinOps')

  await admin.locator('[name=teamKey]').selectOption({ label: 'Sin equipo' })
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.getByRole('row', { name: /dictamen-role-executive/ })).not.toContainText('FinOps')
  await admin.getByRole('button', { name: 'Quitar: dictamen-role-admin' }).click()
  await expect(admin.getByText('Con este cambio usted, o todos, dejarían de administrar', { exact: false })).toBeVisible()
})

test('an auditor reads the administration and is told why nothing can be changed', async ({ signInAs }) => {
  const auditor = await signInAs('auditor')
  for (const path of ['/admin/groups', '/admin/teams', '/admin/absences', '/grupo-gad/settings']) {
    await auditor.goto(path)
    const save = auditor.getByRole('button', { name: 'Guardar' })
    await expect(save).toHaveAttribute('aria-disabled', 'true')
    await expect(save).toHaveAccessibleDescription('Su función solo permite leer')
  }
})

test('settings ask for a reason when a date moves, and say who changed them', async ({ signInAs }) => {
  const admin = await signInAs('admin')
  await admin.goto('/grupo-gad/settings')
  const goLive = await admin.locator('[name=goLiveOn]').inputValue()
  const later = new Date(new Date(`${goLive}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10)
  await admin.locator('[name=goLiveOn]').fill(later)
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.locator('form').getByRole('alert')).toContainText('Falta este dato')
  await admin.locator('[name=reason]').fill('Un día de feriado')
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.getByText('Guardado', { exact: true })).toBeVisible()
  await admin.goto('/grupo-gad/events')
  await expect(admin.getByText('Motivo: Un día de feriado').first()).toBeVisible()

  await admin.goto('/grupo-gad/settings')
  await admin.locator('[name=goLiveOn]').fill(goLive)
  await admin.locator('[name=reason]').fill('Se trabaja ese día')
  await admin.getByRole('button', { name: 'Guardar' }).click()
  await expect(admin.getByText('Guardado', { exact: true })).toBeVisible()
})

test('of two who configure the second sees what the first stored, and loses nothing of their own', async ({ signInAs }) => {
  const [first, second] = [await signInAs('admin'), await signInAs('admin2')]
  await second.goto('/grupo-gad/settings')
  const title = second.locator('[name="title.en"]')
  const summary = await second.locator('[name="summary.es"]').inputValue()
  const before = await title.inputValue()
  await title.fill(`${before}, revised`)
  await first.goto('/grupo-gad/settings')
  await first.locator('[name="summary.es"]').fill('Otro resumen')
  await first.getByRole('button', { name: 'Guardar' }).click()
  await expect(heard(first, 'Guardado')).toBeVisible()

  const overtaken = heard(second, 'Otra persona cambió la configuración')
  await expect(overtaken).toContainText('Otro resumen')
  await expect(title).toHaveValue(`${before}, revised`)
  await second.getByRole('button', { name: 'Guardar' }).click()
  await expect(second.locator('form').getByRole('alert')).toContainText('Otra persona lo cambió')
  await second.getByRole('button', { name: 'Seguir con lo mío' }).click()
  await expect(overtaken).toBeHidden()
  await expect(second.locator('[name="title.es"]')).toBeFocused()
  await expect(title).toHaveValue(`${before}, revised`)
  await second.getByRole('button', { name: 'Guardar' }).click()
  await expect(heard(second, 'Guardado')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Guardar' })).toBeFocused()

  // A row that is added or taken away is an edit as well: it is not undone by what somebody else stores.
  await second.getByRole('button', { name: 'Agregar un feriado' }).click()
  await expect(heard(second, 'Guardado')).toBeHidden()
  const rows = second.getByRole('button', { name: /^Quitar/ })
  const count = await rows.count()
  await expect(first.locator('[name="title.en"]')).toHaveValue(`${before}, revised`)
  await first.locator('[name="title.en"]').fill(before)
  await first.getByRole('button', { name: 'Guardar' }).click()
  await expect(heard(second, 'Otra persona cambió la configuración')).toContainText(before)
  await expect(rows).toHaveCount(count)
  await second.getByRole('button', { name: 'Usar lo guardado' }).click()
  await expect(rows).toHaveCount(count - 1)
  await expect(title).toHaveValue(before)
  await expect(second.locator('[name="title.es"]')).toBeFocused()
  await expect(second.locator('[name="summary.es"]')).toHaveValue(summary)
})

/** In a browser of their own: the shared one of this account goes on when this one's session is ended. */
async function signInApart(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'es-AR' })
  const person = await context.newPage()
  await signIn(person, 'finops')
  await person.waitForURL(url => url.pathname === '/')
  return person
}

const heard = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

async function pressEnter(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

async function teamsOf(page: Page): Promise<string> {
  return await page.locator('dl > div').filter({ hasText: 'Equipos' }).locator('dd').innerText()
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
