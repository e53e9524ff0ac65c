// `node tests/bench/page.ts [profiles]`: measures the built page (`npm run build` first) in an installed Chromium, with
// 10,000 profiles unless said otherwise. From a key in the search to the frame that shows it, and from the page's start to
// its list. It asserts nothing.
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { projectRoot } from '../../build/runtime/project.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { findBrowser } from '../support/machine.ts';
import { App } from '../ui/support/app.ts';
import { serve } from '../ui/support/serve.ts';
import { summarize } from './support/stats.ts';

declare global {
  interface Window {
    /** From each key to its frame (ms). */
    readonly benchKeys: number[];
  }
}

const count = Number(process.argv[2] ?? 10_000);
const profiles = Array.from({ length: count }, (_, at) =>
  aProfile({ id: `p${at}`, name: `Server ${at}`, host: `host-${at}.example.org`, tags: [`rack ${at % 40}`] }),
);
const served = await serve(join(projectRoot, 'out/renderer'));
const executablePath = findBrowser(process.env['PATH'] ?? '');
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath !== undefined && { executablePath }),
});
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 680 } });
  await new App(page, served.url, []).open(new FakeBridge({ profiles }));
  await page.locator('[role=option]').first().waitFor();
  const listed = await page.evaluate(() => performance.now());
  await measureKeys(page);
  for (let round = 0; round < 5; round += 1) {
    await page.getByLabel('Search', { exact: true }).pressSequentially('server 77', { delay: 60 });
    await page.getByLabel('Search', { exact: true }).fill('');
  }
  const { count: keys, median, p95 } = summarize(await page.evaluate(() => window.benchKeys));
  console.log(`${count} profiles: list on screen ${listed.toFixed(0)} ms after the page began`);
  console.log(`${keys} keys in the search: ${median.toFixed(1)} ms to paint (median), ${p95.toFixed(1)} ms (95 %)`);
} finally {
  await browser.close();
  await served.close();
}

/** Notes for every key how long it took until its frame had been drawn: a message goes out behind the frame's work. */
function measureKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const keys: number[] = [];
    Object.defineProperty(window, 'benchKeys', { value: keys });
    document.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => keys.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}
