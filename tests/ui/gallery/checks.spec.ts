import { type App, expect, test } from '../support/app.ts';
import { barriers, cutOff, sameNames } from './checks.ts';
import { quickPick } from './screens/desktop.ts';
import { runs } from './screens/runs.ts';

/** Puts something into the page that a check has to find. */
const spoil = ({ page }: App, tag: 'p' | 'button', text: string, style: Readonly<Record<string, string>> = {}) =>
  page.evaluate(
    ([name, content, looks]) => {
      const element = document.createElement(name);
      element.append(content, document.createElement('br'), 'probe');
      Object.assign(element.style, looks);
      document.querySelector('main')?.append(element);
    },
    [tag, text, style] as const,
  );

const OUT: readonly Readonly<Record<string, string>>[] = [
  { left: '99vw' },
  { right: '99vw' },
  { bottom: '-9px' },
  { top: '-9px' },
  { height: '20px', overflow: 'auto' },
  { height: '90px', width: '20px', overflow: 'auto' },
];

test('what lies beside, above or below the window is found, and what is too low or too narrow to be scrolled', async ({
  app,
}) => {
  await runs['ready']?.(app);
  expect(await cutOff(app.page)).toEqual([]);
  for (const [at, style] of OUT.entries()) {
    await spoil(app, 'p', 'spoilt', { position: 'fixed', ...style });
    expect([style, (await cutOff(app.page)).length]).toEqual([style, at + 1]);
  }
});

test('a button that has another’s name is found', async ({ app }) => {
  await runs['ready']?.(app);
  expect(await sameNames(app.page)).toEqual([]);
  await spoil(app, 'button', 'spoilt');
  await spoil(app, 'button', 'spoilt');
  expect(await sameNames(app.page)).toEqual(['spoilt probe']);
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`axe reads forced colours as they are drawn, ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ forcedColors: 'active', colorScheme });
    // Its main button is in the accent's colours everywhere else.
    await quickPick['quick-pick-failed']?.(app);
    expect(await barriers(app.page, 'contrast')).toEqual([]);
    const pale = { color: '#777', background: '#888' };
    await spoil(app, 'p', 'forced', pale);
    expect(await barriers(app.page, 'contrast')).toEqual([]);
    await spoil(app, 'p', 'as it is', { ...pale, forcedColorAdjust: 'none' });
    expect(await barriers(app.page, 'contrast')).toHaveLength(1);
  });
}
