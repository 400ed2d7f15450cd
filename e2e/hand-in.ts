import { expect, type Locator } from '@playwright/test'

/** Hands a link in for a requirement, whose part of the page is given, and sees that it waits for review. */
export async function handInLink(requirement: Locator, link: string): Promise<void> {
  await requirement.getByText('Presentar evidencia', { exact: true }).click()
  await requirement.getByLabel('O un enlace').fill(link)
  await requirement.getByRole('button', { name: 'Enviar a revisión' }).click()
  await expect(requirement.getByText('En revisión').first()).toBeVisible()
}
