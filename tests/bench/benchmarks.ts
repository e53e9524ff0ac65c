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
import { packed } from './packed.ts';
import { processes } from './processes.ts';
import { profiles } from './profiles.ts';
import { relay } from './relay.ts';
import { reliability } from './reliability.ts';
import type { Options } from './support/options.ts';
import type { Row } from './support/table.ts';
import { window } from './window.ts';

export interface Benchmark {
  readonly name: string;
  /** `runs`: of each kind, for those that count successes. */
  readonly run: (lab: Lab, runs: number) => Promise<readonly Row[]>;
  /** Takes minutes: runs when it is named, or with `--long`. */
  readonly long?: true;
  /** Starts the app: there must be an Electron before it is cut off from the network. */
  readonly electron?: true;
}

/** Every benchmark, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  { name: 'click-to-open', run: clickToOpen },
  { name: 'door', run: door },
  { name: 'knocks', run: knocks },
  { name: 'gaps', run: gaps },
  { name: 'gaps-in-app', run: gapsInApp, electron: true },
  { name: 'many', run: many },
  { name: 'process', run: processes },
  { name: 'import', run: importing, electron: true },
  { name: 'profiles', run: profiles },
  { name: 'list', run: listScreen, electron: true },
  { name: 'relay', run: relay },
  { name: 'window', run: window, electron: true },
  { name: 'packed', run: packed, electron: true },
  { name: 'desktop', run: desktop, electron: true },
  { name: 'drawing', run: drawing },
  { name: 'reliability', run: reliability, long: true },
  { name: 'gibibyte', run: gibibyte, long: true },
];

/** Those that are named, or all that take no minutes. */
export function chosen({ names, long }: Pick<Options, 'names' | 'long'>): readonly Benchmark[] {
  return benchmarks.filter((one) => (names.length > 0 ? names.includes(one.name) : one.long !== true || long));
}
