import type { Lab } from '../lab/support/lab.ts';
import { clickToOpen } from './click-to-open.ts';
import { desktop } from './desktop.ts';
import { door } from './door.ts';
import { drawing } from './drawing.ts';
import { gaps } from './gaps.ts';
import { gapsInApp } from './gaps-in-app.ts';
import { gibibyte } from './gibibyte.ts';
import { importing } from './importing.ts';
import { knocks } from './knocks.ts';
import { listScreen } from './list-screen.ts';
import { many } from './many.ts';
import { processes } from './processes.ts';
import { profiles } from './profiles.ts';
import { relay } from './relay.ts';
import { reliability } from './reliability.ts';
import type { Row } from './support/table.ts';
import { window } from './window.ts';

interface Benchmark {
  readonly name: string;
  /** `runs`: of each kind, for those that count successes. */
  readonly run: (lab: Lab, runs: number) => Promise<readonly Row[]>;
  /** Takes minutes: runs when it is named, or with `--long`. */
  readonly long?: true;
}

/** Every benchmark, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  { name: 'click-to-open', run: clickToOpen },
  { name: 'door', run: door },
  { name: 'knocks', run: knocks },
  { name: 'gaps', run: gaps },
  { name: 'gaps-in-app', run: gapsInApp },
  { name: 'many', run: many },
  { name: 'process', run: processes },
  { name: 'import', run: importing },
  { name: 'profiles', run: profiles },
  { name: 'list', run: listScreen },
  { name: 'relay', run: relay },
  { name: 'window', run: window },
  { name: 'desktop', run: desktop },
  { name: 'drawing', run: drawing },
  { name: 'reliability', run: reliability, long: true },
  { name: 'gibibyte', run: gibibyte, long: true },
];
