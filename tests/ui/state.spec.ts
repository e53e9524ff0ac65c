import { summarise } from '../../shared/model/profile.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../fakes/profiles.ts';
import { expect, test } from './support/app.ts';

const web = aProfile();

test('a push that overtakes the snapshot is not lost', async ({ app }) => {
  const bridge = new FakeBridge({ profiles: [web] });
  bridge.beforeSnapshot = () => bridge.pushRun(aRun({ phase: 'looking' }));
  await app.open(bridge);
  await expect(app.status).toContainText('Looking whether the door is already open');
});

test('an older push does not undo a newer one', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await bridge.push('profiles', [summarise(aProfile({ name: 'Newer' }))], 9);
  await bridge.push('profiles', [summarise(aProfile({ name: 'Older' }))], 8);
  await bridge.push('runs', [aRun({ phase: 'checking' })], 10);
  await expect(app.status).toContainText('Checking the door');
  await expect(app.page.getByRole('option')).toHaveText([/Newer/]);
});

test('a snapshot that main refuses is said aloud', async ({ app }) => {
  const bridge = new FakeBridge();
  bridge.refusals.set('app:snapshot', [{ code: 'internal', params: { reason: 'no state' } }]);
  await app.open(bridge);
  await expect(app.page.getByRole('alert')).toHaveText('Something went wrong inside Toctoc: no state.');
});

test('a notice is read aloud and can be put away', async ({ app }) => {
  const notices = [{ id: 'n1', problem: { code: 'file-newer', params: { file: 'old.json' } } }] as const;
  const bridge = await app.open(new FakeBridge({ profiles: [web], notices }));
  await expect(app.page.getByRole('alert')).toContainText('written by a newer Toctoc. It was kept as old.json');
  await app.button('Dismiss').click();
  await expect(app.page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => bridge.called('notices:dismiss')).toEqual([['n1']]);
});

test('the page speaks French', async ({ app }) => {
  const run = aRun({ phase: 'done', outcome: { result: 'not-open', door: 'silent', attempts: 1, everOpened: false } });
  const notices = [{ id: 'n1', problem: { code: 'profile-unknown' } }] as const;
  await app.open(new FakeBridge({ language: 'fr', profiles: [web], runs: [run], notices }));
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(app.status).toContainText('La porte ne s’est pas ouverte');
  await expect(app.status).toContainText('Le port 22 n’a pas répondu après une tentative.');
  await expect(app.page.getByText('3 coups (secret)')).toBeVisible();
  await expect(app.page.getByRole('alert')).toHaveText('Ce profil n’existe plus.');
  await expect(app.page.getByRole('listbox', { name: 'Profils' })).toBeVisible();
  await app.picture('french-not-open');

  await app.button('Nouveau profil').click();
  await app.field('Nom').fill('');
  await app.button('Enregistrer').click();
  await expect(app.field('Nom')).toHaveAccessibleDescription('Le nom est vide\u00a0: donnez un nom au profil.');
  await app.button('Avancé').click();
  await app.expectAccessible();
  await app.picture('french-editor');
});

test('several servers, in French', async ({ app }) => {
  const profiles = [
    aProfile({ tags: ['prod', 'web'], closeSequence: [...steps('9000')] }),
    aProfile({ id: 'mail', name: 'Courrier', host: 'mail.example.org', tags: ['prod'] }),
    aProfile({ id: 'lab', name: 'Labo', host: '192.0.2.9', tags: ['labo'] }),
  ];
  const runs = [
    aRun({ phase: 'done', outcome: { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } }),
    aRun(
      { phase: 'done', outcome: { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } },
      { profileId: 'mail' },
    ),
  ];
  await app.open(new FakeBridge({ language: 'fr', profiles, runs }));
  await app.button('prod').click();
  await app.button('Tout sélectionner').click();
  await expect(app.page.getByRole('heading', { name: '2 serveurs sélectionnés' })).toBeVisible();
  await expect(app.status).toHaveText('1 porte ouverte sur 21 restée fermée');
  await expect(app.button('Fermer les portes')).toBeVisible();
  await app.expectAccessible();
  await app.picture('french-selection');
});

test('long counts are written as French does', async ({ app }) => {
  const run = aRun({
    phase: 'done',
    outcome: { result: 'open', ms: 1234, alreadyOpen: false, banner: null, mute: false },
  });
  await app.open(new FakeBridge({ language: 'fr', profiles: [web], runs: [run] }));
  await expect(app.status).toContainText(/Ouverte en 1\u202f234\u00a0ms, à \d\d:\d\d:\d\d/);
});

test('a breach of the content policy would be noticed', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await app.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'main { display: none }';
    document.head.append(style);
  });
  await expect(app.button('Knock')).toBeVisible();
  const heard: string[] = [];
  await expect
    .poll(() => {
      heard.push(...app.takeComplaints());
      return heard;
    })
    .toContainEqual('policy: style-src-elem inline');
  // The console's own line about it may come a moment later.
  await expect.poll(() => heard.push(...app.takeComplaints()) && heard.join(' ')).toContain('console: ');
});

test('a page that cannot be drawn says what to do, and comes back', async ({ app }) => {
  // React says each on the console as well, in its own time.
  app.mayComplain(/reading '0'/);
  const bridge = await app.open(new FakeBridge({ profiles: [web] }));
  await expect(app.option('Web')).toBeVisible();
  // What no main would send.
  await Reflect.apply(bridge.push, bridge, ['profiles', null]);
  await expect(app.page.getByRole('alert')).toContainText('This page could not be drawn');
  await app.expectAccessible();
  await app.picture('page-failed');
  await bridge.push('profiles', [summarise(web)]);
  await app.button('Try again').click();
  await expect(app.option('Web')).toBeVisible();
});
