import type { ImportProgress, ImportStage } from '../../../shared/formats/steps.ts';
import type { Busy } from './use-import.ts';

/** Where each stage begins and ends, of the whole: by about how long they take. */
const PARTS: Readonly<Record<Busy, Partial<Record<ImportStage, readonly [number, number]>>>> = {
  reading: { files: [0, 0.3], lines: [0, 0.4], servers: [0.4, 0.7], comparing: [0.7, 1] },
  saving: { comparing: [0, 0.5], saving: [0.5, 1] },
};

/** How much is done of all, from 0 to 1: one bar for all stages, which only grows. */
export function share({ stage, done, total }: ImportProgress, busy: Busy): number {
  const [from, to] = PARTS[busy][stage] ?? [0, 1];
  return from + (to - from) * (total === 0 ? 1 : Math.min(1, done / total));
}
