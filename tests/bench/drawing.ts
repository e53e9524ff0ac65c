import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { projectRoot } from '../../build/runtime/project.ts';
import type { Mark } from '../../shared/model/timeline.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { findBrowser } from '../support/machine.ts';
import { App } from '../ui/support/app.ts';
import { serve } from '../ui/support/serve.ts';
import type { Row } from './support/table.ts';

declare global {
  interface Window {
    /** How long each task of the page took that held up its frames (ms): 50 and more, as the browser counts. */
    readonly benchTasks: number[];
  }
}

const ATTEMPTS = 4;
const KNOCKS = 10;
const PROBES = 16;
const STEP_MS = 50;
const OTHERS = 200;

/** The built page while a run is drawn: how often and how long it holds up its own frames, beside the same page at rest. */
export async function drawing(): Promise<readonly Row[]> {
  const served = await serve(join(projectRoot, 'out/renderer'));
  const executablePath = findBrowser(process.env['PATH'] ?? '');
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 680 } });
    const others = Array.from({ length: OTHERS }, (_, at) => aProfile({ id: `p${at}`, name: `Server ${at}` }));
    const bridge = new FakeBridge({ profiles: [aProfile(), ...others] });
    await new App(page, served.url, []).open(bridge);
    await page.locator('[data-id="web"]').click();
    await observe(page);
    const marks = longRun();
    const restMs = (marks.at(-1)?.ms ?? 0) + 500;
    await sleep(restMs);
    const rest = await taken(page);
    await draw(bridge, marks);
    await sleep(500);
    const drawn = await taken(page);
    return [
      {
        what: `tasks over 50 ms while a run of ${ATTEMPTS} attempts, ${marks.length} marks, is drawn (${(restMs / 1000).toFixed(0)} s)`,
        ours: words(drawn),
        peer: `the same page at rest: ${words(rest)}`,
        ratio: '',
        target: '0',
      },
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

const words = (tasks: readonly number[]): string =>
  tasks.length === 0 ? '0' : `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`;

/** A run that takes several attempts, each with ten knocks and as many checks as a watch makes. */
function longRun(): readonly Mark[] {
  const marks: Mark[] = [{ kind: 'stage', ms: 0, stage: 'resolving' }];
  let ms = 10;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    marks.push({ kind: 'attempt', ms, attempt, family: 4 }, { kind: 'stage', ms, stage: 'knocking' });
    for (let index = 1; index <= KNOCKS; index++, ms += STEP_MS) {
      marks.push({ kind: 'knock', ms, index, of: KNOCKS, flush: false, protocol: index % 3 === 0 ? 'udp' : 'tcp' });
    }
    marks.push({ kind: 'stage', ms, stage: 'checking' });
    for (let probe = 0; probe < PROBES; probe++, ms += STEP_MS) marks.push({ kind: 'probe', ms });
  }
  return [...marks, { kind: 'open', ms }, { kind: 'end', ms: ms + 20 }];
}

/** Sends what main would, at the times at which main would: the whole timeline and the run with every mark. */
async function draw(bridge: FakeBridge, marks: readonly Mark[]): Promise<void> {
  const began = performance.now();
  for (const [at, mark] of marks.entries()) {
    await sleep(Math.max(0, began + mark.ms - performance.now()));
    const over = mark.kind === 'end';
    const outcome = { result: 'open', ms: mark.ms, alreadyOpen: false, banner: null, mute: false } as const;
    await bridge.pushRun(
      aRun(over ? { phase: 'done', outcome } : { phase: 'knocking', index: at % KNOCKS, of: KNOCKS, flush: false }),
    );
    await bridge.push('timeline', { runId: 'run-1', profileId: 'web', marks: marks.slice(0, at + 1) });
  }
}

function observe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const tasks: number[] = [];
    Object.defineProperty(window, 'benchTasks', { value: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

function taken(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.benchTasks.splice(0));
}
