import type { AddressTest, HostTest } from '../../shared/model/host-test.ts';
import type { Outcome } from '../../shared/model/run.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { silentMarks } from '../fakes/timelines.ts';
import { type App, expect, test } from './support/app.ts';

const NEVER_OPENED: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: false };
const address = (differs: Partial<AddressTest>): AddressTest => ({
  ...{ address: '192.0.2.7', family: 4, from: '198.51.100.4', door: 'silent', rttMs: 18.4, banner: null },
  ...{ othersAnswered: true, nobody: false },
  ...differs,
});
const tested = (differs: Partial<AddressTest> = {}): HostTest => ({ result: 'tested', addresses: [address(differs)] });

async function openFailed(app: App, outcome: Outcome, settings: object = {}): Promise<FakeBridge> {
  return app.open(
    new FakeBridge({
      profiles: [aProfile()],
      runs: [aRun({ phase: 'done', outcome })],
      timeline: { runId: 'run-1', profileId: 'web', marks: silentMarks },
      ...settings,
    }),
  );
}

test('a host is tested in words, and leads to the server’s side', async ({ app }) => {
  const bridge = await openFailed(app, NEVER_OPENED);
  bridge.hostTest = tested();
  await app.button('Test the host').click();
  await expect(app.page.getByText('The host is up, and its door is silent.')).toBeVisible();
  await expect(app.page.getByText('Port 22 gives no answer.')).toBeVisible();
  await expect(app.page.getByText(/^Another port answered after 18\.4\sms, so the host is up\.$/)).toBeVisible();
  await expect.poll(() => bridge.called('host:test')).toEqual([['web']]);
  await app.expectAccessible();
  await app.picture('host-test');
  await app.page.getByRole('button', { name: 'Set up the server…' }).first().click();
  await expect(app.page.getByRole('heading', { name: /server/i }).first()).toBeVisible();
});

test('each finding has its sentence', async ({ app }) => {
  const bridge = await openFailed(app, NEVER_OPENED);
  const findings: readonly (readonly [test: HostTest, sentence: string])[] = [
    [tested({ door: 'open', othersAnswered: null, banner: 'SSH-2.0-x' }), 'The door is open right now.'],
    [tested({ door: 'refused', othersAnswered: null }), 'The host answers, and refuses port 22.'],
    [tested({ othersAnswered: false, rttMs: null }), 'Nothing answers at 192.0.2.7.'],
    [tested({ othersAnswered: false, rttMs: null, nobody: true }), 'Nobody on your network has the address 192.0.2.7.'],
    [tested({ from: null, door: null, othersAnswered: null }), 'This computer cannot reach 192.0.2.7.'],
    [{ result: 'busy' }, 'A run to this server is going on.'],
    [{ result: 'failed', problem: { code: 'name-not-found', params: { host: 'web.example.org' } } }, 'web.example.org'],
  ];
  for (const [at, [found, sentence]] of findings.entries())
    await test.step(sentence, async () => {
      bridge.hostTest = found;
      await app.button(at === 0 ? 'Test the host' : 'Test again').click();
      await expect(app.page.getByText(sentence).last()).toBeVisible();
    });
});

test('a test can be stopped, and a run that begins ends it', async ({ app }) => {
  const bridge = await openFailed(app, NEVER_OPENED);
  await app.button('Test the host').click();
  await app.button('Stop the test').click();
  await expect(app.button('Test the host')).toBeVisible();
  await app.button('Test the host').click();
  await expect(app.button('Stop the test')).toBeVisible();
  await bridge.pushRun(aRun({ phase: 'checking' }, { runId: 'run-2' }));
  await expect(app.button('Stop the test')).toHaveCount(0);
  await bridge.pushRun(aRun({ phase: 'done', outcome: NEVER_OPENED }, { runId: 'run-2' }));
  await expect(app.button('Test the host')).toBeVisible();
});

test('one button, for the first remedy of each failure', async ({ app }) => {
  const bridge = await openFailed(app, NEVER_OPENED);
  const failures: readonly (readonly [outcome: Outcome, button: string])[] = [
    [{ ...NEVER_OPENED, everOpened: true }, 'Knock again with a gap of 200\u00a0ms'],
    [{ result: 'failed', problem: { code: 'host-unreachable', params: { address: '192.0.2.7' } } }, 'Test the host'],
    [{ result: 'failed', problem: { code: 'name-not-found', params: { host: 'web' } } }, 'Knock again'],
    [{ result: 'still-open', attempts: 5 }, 'Close again'],
  ];
  for (const [outcome, button] of failures) {
    const action = outcome.result === 'still-open' ? 'close' : 'connect';
    await bridge.pushRun(aRun({ phase: 'done', outcome }, { action }));
    await expect(app.button(button)).toBeVisible();
  }
});

for (const [width, colorScheme] of [
  [480, 'dark'],
  [1600, 'light'],
] as const)
  test(`the test of a host in French, ${width} px`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme });
    await app.page.setViewportSize({ width, height: 1300 });
    const bridge = await openFailed(app, NEVER_OPENED, { language: 'fr' });
    bridge.hostTest = {
      result: 'tested',
      addresses: [address({}), address({ address: '2001:db8::7', family: 6, from: null, door: null })],
    };
    await app.option('Web server').click();
    await app.button('Tester l’hôte').click();
    await expect(app.page.getByText('L’hôte est allumé, et sa porte ne répond pas.')).toBeVisible();
    await app.expectAccessible();
    await app.picture(`host-test-fr-${width}`);
  });
