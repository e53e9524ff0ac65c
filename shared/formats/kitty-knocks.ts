import * as v from 'valibot';
import { MAX_KNOCKS, OptionalSequenceSchema, type Step } from '../model/sequence.ts';

/**
 * KiTTY's port knocking field (`ManagePortKnocking` in kitty_ssh.c): `port[:tcp|udp]` between blanks, commas, semicolons
 * or hyphens; `1.5:s` is a pause in seconds; whatever else stands behind a colon is TCP.
 *
 * @returns `null` when it has no knock, or one that cannot be sent
 */
export function parseKittyKnocks(field: string): readonly Step[] | null {
  const steps: Step[] = [];
  const entries = field
    .replace(/\s*:\s*/g, ':')
    .split(/[\s,;-]+/)
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const [number = '', suffix = 'tcp'] = entry.split(':');
    if (suffix.toLowerCase() === 's') {
      const ms = Math.round(Number(number) * 1000);
      if (!Number.isFinite(ms)) return null;
      if (ms > 0) steps.push({ kind: 'pause', ms });
      continue;
    }
    if (!/^\d{1,5}$/.test(number)) return null;
    steps.push({ kind: 'knock', port: Number(number), protocol: suffix.toLowerCase() === 'udp' ? 'udp' : 'tcp' });
  }
  const knocks = steps.filter(({ kind }) => kind === 'knock').length;
  return knocks > 0 && knocks <= MAX_KNOCKS && v.is(OptionalSequenceSchema, steps) ? steps : null;
}
