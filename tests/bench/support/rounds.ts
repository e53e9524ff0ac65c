import { setTimeout as sleep } from 'node:timers/promises';

type Contestant = () => Promise<number | null>;

/**
 * Pause between two measurements (ms), so that what one leaves to do, such as closing its sockets, is not the next
 * one's; and a random part on top, so that nothing is in step with knockd, which looks at its packets every 50 ms.
 */
const PAUSE_MS = 60;
const OUT_OF_STEP_MS = 50;

/**
 * Measures the contestants in turn, A, B, A, B …, so that whatever else the machine does meets all of them alike.
 * The first round warms up and does not count. `null` is a measurement that failed and is left out.
 */
export async function interleave<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
  before: () => Promise<void> = async () => {},
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      await before();
      await sleep(PAUSE_MS + Math.random() * OUT_OF_STEP_MS);
      const value = await contestants[name]();
      if (round > 0 && value !== null) values[name].push(value);
    }
  }
  return values;
}
