import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { type App, expect, test } from '../support/app.ts';
import { barriers, cutOff, sameNames } from './checks.ts';
import { GALLERY, pictureOf, seenFile, writeIndex } from './index.ts';
import { GROUPS } from './screens.ts';
import { SETTINGS, type Setting } from './settings.ts';

const WINDOW = { width: 1000, height: 680 };
const NARROW = { width: 480, height: 720 };
const QUICK_PICK = { width: 560, height: 420 };

/** Every setting is looked at, whatever the one before it showed. */
const softly = expect.configure({ soft: true });

test.use({ reducedMotion: 'reduce' });

for (const [group, screens] of Object.entries(GROUPS)) {
  for (const [screen, show] of Object.entries(screens)) {
    test(`${screen}: in every setting it can be read, and nothing is cut off`, async ({ app }) => {
      const usual = group === 'Quick pick' ? QUICK_PICK : WINDOW;
      rmSync(join(GALLERY, screen), { recursive: true, force: true });
      mkdirSync(join(GALLERY, screen), { recursive: true });
      await app.page.setViewportSize(usual);
      await show(app);
      const seen = new Set<string>();
      for (const [name, setting] of Object.entries(SETTINGS)) {
        await put(app, setting, setting.narrow && usual === WINDOW ? NARROW : usual);
        for (const one of await drawnClasses(app)) seen.add(one);
        // A menu finds its new place a moment after the window has its new size.
        await softly.poll(() => cutOff(app.page), { message: `${name}: cut off` }).toEqual([]);
        expect.soft(await barriers(app.page, setting.axe), `${name}: barriers`).toEqual([]);
        expect.soft(await sameNames(app.page), `${name}: same names`).toEqual([]);
        await app.page.screenshot({ path: join(GALLERY, pictureOf(screen, name)), animations: 'disabled' });
      }
      writeFileSync(seenFile(screen), JSON.stringify([...seen]));
    });
  }
}

test.afterAll(writeIndex);

/** The page as somebody with this setting has it. */
async function put({ page, bridge }: App, setting: Setting, { width, height }: typeof WINDOW): Promise<void> {
  const { colorScheme, contrast = 'no-preference', forcedColors = 'none', zoom = 1, text = 1, language } = setting;
  await page.emulateMedia({ colorScheme, contrast, forcedColors, reducedMotion: 'reduce' });
  await page.setViewportSize({ width: width / zoom, height: height / zoom });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size * 100}%`;
  }, text);
  await bridge.push('settings', { ...DEFAULT_SETTINGS, ...bridge.snapshot.settings, language });
  // Where the state never came there is nothing that could change its language.
  if ((await page.locator('nav, input').count()) > 0)
    await expect(page.locator('html')).toHaveAttribute('lang', language);
}

function drawnClasses({ page }: App): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
}
