import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { emptyDraft } from '../../shared/model/profile.ts';
import { sequence } from '../lab/support/knocking.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { setUpE2e } from '../support/e2e-setting.ts';
import { ASKED_MS, gapRow, measuredGaps, PORTS } from './gaps.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import type { Row } from './support/table.ts';
import { Wire } from './support/wire.ts';

const ROUNDS = 10;
/** A run is over this long (ms) after its last knock: with the check off it waits 100 ms for the server to open. */
const OVER_MS = 400;

/** The same gaps as {@link file://./gaps.ts}, sent by the app's main process while its window draws without a pause. */
export async function gapsInApp(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const setting = await setUpE2e(console.error);
  Object.assign(process.env, setting.env);
  // Playwright's fixtures read the environment when they are loaded.
  const { Desk } = await import('../e2e/support/app.ts');
  const desk = new Desk();
  const shell = new Shell();
  try {
    desk.chooses({ notifications: 'none' });
    const { page } = await desk.start();
    await animate(page);
    const profileId = await saved(page);
    const wire = await Wire.tap(lab);
    const rows: Row[] = [];
    for (const asked of ASKED_MS) {
      const errors = { ours: [] as number[], knock: [] as number[] };
      await interleave(ROUNDS, {
        ours: measuredGaps(wire, errors.ours, asked, async () => {
          await invoke(page, 'runs:start', { profileId, action: 'knock', gapMs: asked });
          await sleep(PORTS.length * asked + OVER_MS);
          return 0;
        }),
        knock: measuredGaps(wire, errors.knock, asked, () =>
          shell.time(`knock -d ${asked} ${SERVER.clean4} ${PORTS.join(' ')}`),
        ),
      });
      const what = `gap of ${asked} ms in the app, its window animating: error on the wire`;
      rows.push(gapRow(what, asked, errors, 'median ± 0.2, p5 ≥ −0.5'));
    }
    await wire.close();
    return rows;
  } finally {
    await shell.close();
    await desk.remove();
    await setting.stop();
  }
}

/** Something large moves at every frame that the page draws, beside what the app itself shows of its run. */
async function animate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'position:fixed;inset:0;pointer-events:none;box-shadow:inset 0 0 80px teal';
    const move = (at: number) => {
      box.style.transform = `rotate(${at / 20}deg) scale(${1 + Math.sin(at / 200) / 2})`;
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
}

async function saved(page: Page): Promise<string> {
  const launch = { ...emptyDraft().launch, client: 'none' } as const;
  const door = { port: 22, check: false };
  const sent = { sequence: sequence(PORTS.join(' ')), door, launch };
  const draft = { ...emptyDraft(), name: 'Gaps', host: SERVER.clean4, ...sent };
  const answer = await invoke(page, 'profiles:save', { id: null, draft });
  if (typeof answer !== 'string') throw new Error(`not saved: ${JSON.stringify(answer)}`);
  return answer;
}

/** What main answers to the page; throws where it refuses. */
async function invoke(page: Page, channel: string, request: unknown): Promise<unknown> {
  const result = await page.evaluate(
    ([name, input]) => Reflect.get(globalThis, 'toctoc').invoke(name, input),
    [channel, request],
  );
  if (result.ok !== true) throw new Error(`${channel}: ${JSON.stringify(result)}`);
  return result.value;
}
