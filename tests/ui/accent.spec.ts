import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { contrast, PARTS, TEXTS } from '../support/contrast.ts';
import { type App, expect, test } from './support/app.ts';

/** Colours that a system may have: Windows' and GNOME's own choices, the vivid ones of every hue, and none at all. */
const ACCENTS = [
  ...['#0078d4', '#e95420', '#ffb900', '#e74856', '#10893e', '#3584e4', '#9141ac', '#d56199', '#6f8396'],
  ...['#ff0000', '#ff8000', '#ffff00', '#80ff00', '#00ff00', '#00ff80', '#00ffff', '#0080ff', '#0000ff', '#8000ff'],
  ...['#ff00ff', '#ff0080', '#000000', '#808080', '#ffffff', '#0b6273'],
];

/** What the screen shows for a name of tokens.css, as `#rrggbb`. */
async function shown(app: App, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const colours = await app.page.evaluate((asked) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no canvas');
    const of = (name: string) => {
      probe.style.color = `var(--${name})`;
      pen.fillStyle = getComputedStyle(probe).color;
      pen.fillRect(0, 0, 1, 1);
      return `#${[...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    const all = asked.map((name) => [name, of(name)] as const);
    probe.remove();
    return all;
  }, names);
  return new Map(colours);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`any accent colour of the system can be read: ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme });
    const bridge = await app.open(new FakeBridge({ profiles: [aProfile()], accent: '#e95420' }));
    await app.picture(`accent-orange-${colorScheme}`);
    const names = [...new Set([...TEXTS, ...PARTS].flat())];
    const own = (await shown(app, ['accent'])).get('accent');
    for (const accent of ACCENTS) {
      await bridge.push('accent', accent);
      await expect(app.page.locator('html')).toHaveAttribute('style', new RegExp(accent));
      const colours = await shown(app, names);
      const of = (name: string) => colours.get(name) ?? '';
      for (const [text, surface] of TEXTS)
        expect(contrast(of(text), of(surface)), `${text} on ${surface}, ${accent}`).toBeGreaterThanOrEqual(4.5);
      for (const [part, surface] of PARTS)
        expect(contrast(of(part), of(surface)), `${part} on ${surface}, ${accent}`).toBeGreaterThanOrEqual(3);
    }
    // White has no hue: what is shown is another colour than orange's.
    await bridge.push('accent', '#ffffff');
    await expect.poll(async () => (await shown(app, ['accent'])).get('accent')).not.toBe(own);
  });

test('who wants Toctoc’s own colour has it, and a system without one is said to have none', async ({ app }) => {
  const settings = { ...DEFAULT_SETTINGS, accent: 'own' as const };
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()], accent: '#e95420', settings }));
  const teal = (await shown(app, ['accent'])).get('accent');
  expect(teal).toBe('#0b6273');
  await app.button('Settings').click();
  await expect(app.field('Accent colour')).toHaveValue('own');
  await expect(app.page.getByText('This system names no colour')).toHaveCount(0);
  await app.field('Accent colour').selectOption('system');
  await expect.poll(() => bridge.called('settings:change')).toEqual([[{ accent: 'system' }]]);
  await bridge.push('settings', { ...settings, accent: 'system' });
  await expect.poll(async () => (await shown(app, ['accent'])).get('accent')).not.toBe(teal);
  await bridge.push('accent', null);
  await expect.poll(async () => (await shown(app, ['accent'])).get('accent')).toBe(teal);
  await expect(app.page.getByText('This system names no colour')).toBeVisible();
});
