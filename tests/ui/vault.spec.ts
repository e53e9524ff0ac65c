import type { VaultView } from '../../shared/model/vault.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { OPEN_VAULT } from '../fakes/vault.ts';
import { type App, expect, test } from './support/app.ts';

const BY_PASSPHRASE: VaultView = {
  ...OPEN_VAULT,
  mode: 'passphrase',
  state: 'locked',
  reason: 'passphrase',
  backend: null,
  choices: ['passphrase', 'readable'],
};
const LOST_KEYCHAIN: VaultView = { ...OPEN_VAULT, state: 'locked', reason: 'keychain-absent' };
const UNDECIDED: VaultView = { ...OPEN_VAULT, mode: null, backend: null, choices: ['passphrase', 'readable'] };
const web = aProfile();

function locked(vault: VaultView, language: 'en' | 'fr' = 'en'): FakeBridge {
  const bridge = new FakeBridge({ vault, profiles: [web], language });
  bridge.passphrase = 'open sesame';
  bridge.refusals.set('profiles:read', [{ code: 'vault-locked' }]);
  bridge.refusals.set('runs:start', [{ code: 'vault-locked' }]);
  return bridge;
}

test.describe('a locked vault', () => {
  test('lists the profiles, says why a knock cannot be, and opens with its passphrase', async ({ app }) => {
    const bridge = await app.open(locked(BY_PASSPHRASE));
    await app.option('Web server').click();
    await expect(app.page.getByText('Your profiles are locked.')).toBeVisible();
    await app.button('Knock and connect').click();
    await expect(app.page.getByText('unlock them in the window')).toBeVisible();
    await app.button('Edit').click();
    await expect(app.page.getByRole('alert').filter({ hasText: 'Back' })).toContainText('locked');
    await app.expectAccessible();

    await app.button('Unlock').click();
    await expect(app.field('Passphrase')).toBeFocused();
    await app.field('Passphrase').fill('open says me');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText('The passphrase is wrong')).toBeVisible();
    await expect(app.field('Passphrase')).toHaveAttribute('type', 'password');
    await app.expectAccessible();
    await app.picture('vault-wrong-passphrase');

    bridge.refusals.clear();
    await app.field('Passphrase').fill('open sesame');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText('Your profiles are locked.')).toHaveCount(0);
    // The editor that could not read its profile does so now.
    await expect(app.field('Name')).toHaveValue('Web server');
    await expect(app.field('Sequence')).toHaveAttribute('data-masked');
  });

  test('of a keychain that is gone asks it again', async ({ app }) => {
    const bridge = await app.open(locked(LOST_KEYCHAIN));
    await expect(app.page.getByText('sealed by the keyring of the desktop, which is not there')).toBeVisible();
    await app.picture('vault-keychain-absent');
    bridge.refusals.set('vault:unlock', [{ code: 'vault-locked' }]);
    await app.button('Ask again').click();
    await app.button('Restart Toctoc').click();
    await expect.poll(() => bridge.called('vault:restart')).toEqual([[]]);
    await app.expectAccessible();
    await app.picture('vault-restart');
    bridge.refusals.clear();
    bridge.passphrase = null;
    await app.button('Ask again').click();
    await expect(app.page.getByText('Your profiles are locked.')).toHaveCount(0);
    await expect.poll(() => bridge.called('vault:unlock')).toEqual([[{ passphrase: null }], [{ passphrase: null }]]);
  });

  test('can be left behind, after a question with a safe answer', async ({ app }) => {
    const bridge = await app.open(locked(LOST_KEYCHAIN));
    await app.button('Start over…').click();
    await expect(app.button('Keep the profiles')).toBeFocused();
    await app.page.keyboard.press('Escape');
    expect(bridge.called('vault:start-over')).toEqual([]);
    await app.button('Start over…').click();
    await app.button('Start over').click();
    await expect(app.page.getByText('Your profiles are locked.')).toHaveCount(0);
    await expect.poll(() => bridge.called('vault:start-over')).toEqual([[]]);
  });
});

test('a bar that goes away leaves its room while the pointer is on it: the page does not slide under it', async ({
  app,
}) => {
  const { page } = app;
  const bridge = await app.open(locked(LOST_KEYCHAIN));
  bridge.refusals.clear();
  bridge.passphrase = null;
  await app.option('Web server').click();
  const top = async () => (await app.button('Delete').boundingBox())?.y ?? Number.NaN;
  const before = await top();
  const ask = await app.button('Ask again').boundingBox();
  await app.button('Ask again').click();
  await expect(app.page.getByText('Your profiles are locked.')).toHaveCount(0);
  expect(await top()).toBe(before);
  // Whoever pressed twice, in impatience, presses nothing.
  await page.mouse.down();
  await page.mouse.up();
  expect(await top()).toBe(before);
  await page.mouse.move(ask?.x ?? Number.NaN, 600);
  await expect.poll(top).toBeLessThan(before);
  expect(bridge.called('profiles:delete')).toEqual([]);
});

test('the second half of a double click presses nothing that the first has uncovered', async ({ app }) => {
  const { page } = app;
  const bridge = await app.open(locked(LOST_KEYCHAIN));
  await app.button('Start over…').click();
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.append('Below');
    Object.assign(button.style, { position: 'fixed', inset: '0' });
    button.onclick = () => button.append(' pressed');
    document.querySelector('main')?.append(button);
  });
  await app.button('Keep the profiles').click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(app.button('Below')).toBeVisible();
  // Another press is meant for it, and so is a double click that began there.
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(app.button('Below pressed pressed')).toBeVisible();
  expect(bridge.called('vault:start-over')).toEqual([]);
});

test.describe('the first secret where there is no keychain', () => {
  async function saveFirst(app: App, sequence: string): Promise<FakeBridge> {
    const bridge = new FakeBridge({ vault: UNDECIDED, profiles: [] });
    bridge.refusals.set('profiles:save', [{ code: 'vault-undecided' }]);
    await app.open(bridge);
    await app.button('New profile').click();
    await app.field('Name').fill('Web server');
    await app.field('Host').fill('web.example.org');
    await app.field('Sequence').fill(sequence);
    await app.button('Save').click();
    return bridge;
  }

  test('asks how to keep it, and is saved then', async ({ app }) => {
    const bridge = await saveFirst(app, '7000 8000');
    await expect(app.page.getByText('How shall Toctoc keep your sequences?')).toBeVisible();
    await app.field('Passphrase').fill('open sesame');
    await app.field('Repeat the passphrase').fill('open says me');
    await app.button('Apply').click();
    await expect(app.page.getByText('The two are not the same.')).toBeVisible();
    await app.expectAccessible();
    await app.picture('vault-choose');
    expect(bridge.called('vault:choose')).toEqual([]);
    bridge.refusals.clear();
    await app.field('Repeat the passphrase').fill('open sesame');
    await app.button('Apply').click();
    await expect(app.option('Web server')).toBeVisible();
    await expect
      .poll(() => bridge.called('vault:choose'))
      .toEqual([[{ mode: 'passphrase', passphrase: 'open sesame', current: null }]]);
    await expect.poll(() => bridge.called('profiles:save')).toHaveLength(2);
  });

  test('stays unsaved when nothing is chosen', async ({ app }) => {
    const bridge = await saveFirst(app, '7000');
    await app.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(app.field('Sequence')).toHaveValue('7000');
    await expect.poll(() => bridge.called('profiles:save')).toHaveLength(1);
  });

  test('is the same question for an import, or a copy', async ({ app }) => {
    const bridge = new FakeBridge({ vault: UNDECIDED, profiles: [web] });
    bridge.refusals.set('profiles:duplicate', [{ code: 'vault-undecided' }]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Duplicate').click();
    await app.field('Readable').check();
    bridge.refusals.clear();
    await app.button('Apply').click();
    await expect(app.option('Web server (copy)')).toBeVisible();
    await expect.poll(() => bridge.called('profiles:duplicate')).toEqual([['web'], ['web']]);
  });

  test('what an older version left readable can be sealed from the bar', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ vault: UNDECIDED, profiles: [web] }));
    await app.button('Choose…').click();
    await app.field('Readable').check();
    await app.button('Apply').click();
    await expect(app.button('Choose…')).toHaveCount(0);
    await expect
      .poll(() => bridge.called('vault:choose'))
      .toEqual([[{ mode: 'readable', passphrase: null, current: null }]]);
  });
});

test.describe('in the settings', () => {
  test('says what protects the sequences, and lets change it', async ({ app }) => {
    const bridge = await app.open(new FakeBridge());
    await app.button('Settings').click();
    await expect(app.page.getByText('Your sequences are sealed by the keyring of the desktop.')).toBeVisible();
    await app.field('Sealed with a passphrase').check();
    await app.field('Passphrase').fill('short');
    await app.field('Repeat the passphrase').fill('short');
    bridge.refusals.set('vault:choose', [{ code: 'passphrase-short', field: 'passphrase', params: { least: 8 } }]);
    await app.button('Apply').click();
    await expect(app.page.getByText('use at least 8 characters')).toBeVisible();
    await app.expectAccessible();
    await app.picture('vault-settings');
    bridge.refusals.clear();
    await app.button('Apply').click();
    await expect(app.page.getByText('Your sequences are sealed with your passphrase.')).toBeVisible();
    await expect(app.field('New passphrase')).toHaveValue('');
    await expect(app.field('Current passphrase')).toBeVisible();
  });

  test('in French, dark and narrow, with everything to be seen', async ({ app }) => {
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await app.page.setViewportSize({ width: 480, height: 700 });
    await app.open(locked(BY_PASSPHRASE, 'fr'));
    await expect(app.page.getByText('Vos profils sont verrouillés.')).toBeVisible();
    await app.picture('vault-french-dark-480');
    await app.button('Déverrouiller').click();
    await app.expectAccessible();
    await app.picture('vault-french-dark-480-dialog');
  });
});
