import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../../../fakes/profiles.ts';
import { expect } from '../../support/app.ts';
import { done, LOST_KEYCHAIN, OPENED, type Show, servers } from '../samples.ts';

/** The editor, its states and its mistakes. */
export const editor: Readonly<Record<string, Show>> = {
  editor: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await expect(app.field('Name')).toHaveValue('Web server');
  },
  'editor-advanced': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Mail').click();
    await app.button('Edit').click();
    await app.button('Advanced').click();
    await app.field('Knock again every (min)').focus();
    await expect(app.field('Knock again every (min)')).toBeInViewport();
  },
  'editor-errors': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('New profile').click();
    await app.field('Host').fill('-oProxyCommand=x');
    await app.field('Sequence').fill('7000 abc 70000 8000:sctp');
    await app.field('Gap (ms)').fill('');
    await app.button('Save').click();
    await expect(app.page.getByText('Name is empty')).toBeVisible();
  },
  'editor-command': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.field('Launch').selectOption('Another command…');
    await app.button('Remmina').click();
    await app.field('User').fill('');
    await app.button('Save').click();
    await expect(app.field('Command')).toBeFocused();
  },
  unsaved: async (app) => {
    const bridge = new FakeBridge({ profiles: servers, drafts: ['web'] });
    bridge.drafts.set('web', { name: 'Half a profile' });
    await app.open(bridge);
    await app.option('Web server').click();
    await expect(app.button('Continue editing')).toBeVisible();
  },
  'editor-knock': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('New profile').click();
    await app.field('Sequence').fill('7000 8000:udp="open sesame" 9000');
    await app.page
      .getByRole('list', { name: /Sequence/ })
      .getByRole('button', { name: /port 8000/ })
      .click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  'editor-list-refused': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Advanced').click();
    const list = { name: 'list', mimeType: 'text/plain', buffer: Buffer.from('no list at all') };
    await app.page.locator('input[type="file"]').last().setInputFiles(list);
    await app.button('Import a list…').scrollIntoViewIfNeeded();
  },
  'editor-chips': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('New profile').click();
    await app.field('Name').fill('Home');
    await app.field('Host').fill('home.example.org');
    await app.field('Sequence').fill('7000 8000:udp="open sesame" 2:s 9000@200 70000');
    await app.field('Name').focus();
  },
  'one-time': async (app) => {
    const oneTime = { sequences: Array.from({ length: 50 }, () => [...steps('4000 4100:udp 4200')]), position: 46 };
    await app.open(new FakeBridge({ profiles: [aProfile({ oneTime, family: 'ipv6' })] }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Advanced').click();
    await app.button('Remove the list').scrollIntoViewIfNeeded();
  },
  'one-time-none': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Generate a sequence').click();
    await app.button('Advanced').click();
    await app.button('Generate a list').scrollIntoViewIfNeeded();
  },
  'editor-unreadable': async (app) => {
    const bridge = new FakeBridge({ profiles: servers, vault: LOST_KEYCHAIN });
    bridge.refusals.set('profiles:read', [{ code: 'vault-locked' }]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Edit').click();
    await expect(app.page.getByRole('alert').filter({ hasText: 'Back' })).toBeVisible();
  },
  'editor-refused': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.refusals.set('profiles:save', [
      { code: 'file-unwritable', params: { file: '/home/ada/profiles.json', reason: 'ENOSPC' } },
    ]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.field('Name').fill('Web');
    await app.button('Save').click();
    await expect(app.page.getByText('ENOSPC')).toBeVisible();
  },
  'editor-trial': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Try it').click();
    await bridge.pushRun(aRun(done(OPENED), { runId: 'try-1', profileId: 'draft', action: 'knock' }));
    await expect(app.page.getByText('The door is open')).toBeVisible();
  },
  'editor-slow': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.field('Gap (ms)').fill('5000');
  },
};
