import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const steps = (app: App, label = 'Sequence') => app.page.getByRole('list', { name: `${label}, step by step` });
const chip = (app: App, name: RegExp) => steps(app).getByRole('button', { name });
const text = (app: App) => app.field('Sequence');
const popup = (app: App) => app.page.getByRole('dialog');

async function openWith(app: App, sequence: string): Promise<FakeBridge> {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await app.button('New profile').click();
  await app.field('Name').fill('Home');
  await app.field('Host').fill('home.example.org');
  await text(app).fill(sequence);
  return bridge;
}

test('every word of the text is a chip: knocks, pauses, and what is wrong in words', async ({ app }) => {
  await openWith(app, '7000 8000/udp="open sesame" 2:s 9000@200 abc');
  await expect(chip(app, /^Step 1 of 5: port 7000, TCP$/)).toBeVisible();
  await expect(chip(app, /^Step 2 of 5: port 8000, UDP, carries “open sesame”$/)).toBeVisible();
  await expect(chip(app, /^Step 3 of 5: pause of 2\ss$/)).toBeVisible();
  await expect(chip(app, /^Step 4 of 5: port 9000, TCP, then waits 200\sms$/)).toBeVisible();
  await expect(chip(app, /^Step 5 of 5: abc\. “abc” is not/)).toBeVisible();
  await expect(text(app)).not.toHaveAttribute('aria-invalid');
  await app.field('Name').focus();
  await expect(text(app)).toHaveAttribute('aria-invalid', 'true');
  await expect(text(app)).toHaveAccessibleDescription(/“abc” is not/);
  await app.expectAccessible();
});

test('chips are walked, moved and removed by keyboard, each change told and undone', async ({ app }) => {
  const { keyboard } = app.page;
  await openWith(app, '7000 8000:udp 9000');
  await text(app).press('ArrowDown');
  await expect(chip(app, /port 7000/)).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(chip(app, /port 8000/)).toBeFocused();
  await keyboard.press('Alt+ArrowLeft');
  await expect(text(app)).toHaveValue('8000:udp 7000 9000');
  await expect(chip(app, /port 8000/)).toBeFocused();
  await expect(app.page.getByText('Moved. Step 1 of 3: port 8000, UDP')).toBeAttached();
  await keyboard.press('Alt+ArrowLeft');
  await expect(text(app)).toHaveValue('8000:udp 7000 9000');
  await keyboard.press('Alt+End');
  await expect(text(app)).toHaveValue('7000 9000 8000:udp');
  await keyboard.press('Delete');
  await expect(text(app)).toHaveValue('7000 9000');
  await expect(chip(app, /port 9000/)).toBeFocused();
  await expect(app.page.getByText('Removed; 2 steps are left.')).toBeAttached();
  await keyboard.press('Control+z');
  await expect(text(app)).toHaveValue('7000 9000 8000:udp');
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expect(text(app)).toHaveValue('7000 8000:udp 9000');
  await keyboard.press('Control+Shift+z');
  await expect(text(app)).toHaveValue('8000:udp 7000 9000');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(text(app)).toHaveValue('');
  await expect(text(app)).toBeFocused();
  await keyboard.press('Control+z');
  await expect(text(app)).not.toHaveValue('');
});

test('a chip is dragged to another place, without a breach of the policy', async ({ app }) => {
  const bridge = await openWith(app, '7000 8000:udp 2:s 9000');
  const from = await chip(app, /port 7000/).boundingBox();
  const to = await chip(app, /port 9000/).boundingBox();
  if (from === null || to === null) throw new Error('the chips are not on screen');
  const { mouse } = app.page;
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + from.width / 2 + 10, from.y + from.height / 2, { steps: 3 });
  await mouse.move(to.x + to.width / 2 + 4, to.y + to.height / 2, { steps: 10 });
  await app.picture('chips-dragged');
  await mouse.up();
  await expect(text(app)).toHaveValue('8000:udp 2:s 9000 7000');
  await expect(popup(app)).toHaveCount(0);
  await text(app).press('Control+z');
  await expect(text(app)).toHaveValue('7000 8000:udp 2:s 9000');
  await text(app).press('Control+y');
  await app.button('Save').click();
  await expect(app.option('Home')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save'))
    .toMatchObject([[{ draft: { sequence: [{ port: 8000 }, { ms: 2000 }, { port: 9000 }, { port: 7000 }] } }]]);
});

test('a chip is opened and edited in its parts', async ({ app }) => {
  const { keyboard } = app.page;
  await openWith(app, '7000 8000');
  await chip(app, /port 8000/).click();
  await expect(popup(app)).toHaveAccessibleName('Step 2 of 2');
  await expect(app.field('Port')).toBeFocused();
  await app.field('Port').fill('80000');
  await expect(app.field('Port')).toHaveAccessibleDescription(/80000/);
  await expect(text(app)).toHaveValue('7000 80000');
  await app.field('Port').fill('8001');
  await app.field('Protocol').selectOption('UDP');
  await app.field('Payload').fill('say "hi"');
  await app.field('Gap after it (ms)').fill('120');
  await app.expectAccessible();
  await app.picture('chips-editor');
  await keyboard.press('Enter');
  await expect(popup(app)).toHaveCount(0);
  await expect(text(app)).toHaveValue('7000 8001:udp="say \\"hi\\""@120');
  await expect(chip(app, /port 8001/)).toBeFocused();
  await keyboard.press('Enter');
  await app.button('Remove').click();
  await expect(text(app)).toHaveValue('7000');
  await keyboard.press('Enter');
  await expect(popup(app)).toBeVisible();
  await keyboard.press('Escape');
  await expect(popup(app)).toHaveCount(0);
  await expect(app.field('Name')).toHaveValue('Home');
});

test('knocks and pauses are added by hand; one that was left empty is not kept', async ({ app }) => {
  const { keyboard } = app.page;
  await openWith(app, '7000');
  await app.button('Add a pause (Sequence)').click();
  await app.field('Pause (ms)').fill('1500');
  await keyboard.press('Enter');
  await expect(text(app)).toHaveValue('7000 1500:ms');
  await app.button('Add a knock (Sequence)').click();
  await keyboard.press('Escape');
  await expect(text(app)).toHaveValue('7000 1500:ms');
  await app.button('Add a knock (Sequence)').click();
  await app.field('Port').fill('9000');
  await app.button('Done').click();
  await expect(text(app)).toHaveValue('7000 1500:ms 9000');
});

test('chips are as secret as the text', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await app.button('Edit').click();
  await expect(text(app)).toHaveValue('7000 8000:udp 9000');
  await expect(steps(app)).toHaveCount(0);
  await app.button('Show Sequence').click();
  await expect(chip(app, /port 7000/)).toBeVisible();
  await app.button('Hide Sequence').click();
  await expect(steps(app)).toHaveCount(0);
});

test('every chip is large enough for a finger', async ({ app }) => {
  await openWith(app, '1 2:s 3');
  await expect(steps(app).getByRole('button')).toHaveCount(3);
  for (const one of await steps(app).getByRole('button').all()) {
    const box = await one.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

const long = Array.from({ length: 32 }, (_, at) => `${41_000 + at * 7}${at % 3 === 1 ? ':udp' : ''}`).join(' ');
for (const [width, colorScheme] of [
  [480, 'dark'],
  [1000, 'light'],
  [1600, 'dark'],
] as const)
  test(`32 chips, ${width} px, ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme });
    await app.page.setViewportSize({ width, height: 900 });
    await openWith(app, `${long} 3:s abc`);
    await app.field('Name').focus();
    await expect(steps(app).getByRole('button')).toHaveCount(34);
    await app.expectAccessible();
    await app.picture(`chips-${width}-${colorScheme}`);
  });

test('chips in forced colours', async ({ app }) => {
  await app.page.emulateMedia({ forcedColors: 'active' });
  await openWith(app, '7000 8000:udp 2:s abc ');
  await app.picture('chips-forced');
});
