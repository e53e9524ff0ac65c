import { expect, type Page } from '@playwright/test';

export interface Fields {
  readonly [label: string]: string;
}

/** Fills the editor's text fields by their names and presses Save, whatever comes of it. */
export async function askToSave(page: Page, fields: Fields): Promise<void> {
  await page.getByRole('button', { name: 'New profile' }).first().click();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Save' }).click();
}

/** Makes a profile of these fields; it is saved when this resolves, and shown. */
export async function createProfile(page: Page, fields: Fields): Promise<void> {
  await askToSave(page, fields);
  await expectSaved(page, fields['Name'] ?? '');
}

/** Until main has saved what the editor held, and the editor is gone: its page stands in its place. */
export async function expectSaved(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
}
