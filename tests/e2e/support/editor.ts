import type { Page } from '@playwright/test';

export interface Fields {
  readonly [label: string]: string;
}

/** Fills the editor's text fields by their names and saves. */
export async function createProfile(page: Page, fields: Fields): Promise<void> {
  await page.getByRole('button', { name: 'New profile' }).first().click();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Save' }).click();
}
