import type { TFunction } from 'i18next';
import { formatDuration, formatSeconds, problemSentence } from '../../i18n.ts';
import { type Chip, UNTYPED } from './chips.ts';

/** A chip as it is read aloud: which one it is, and all that it says. */
export function chipWords(t: TFunction, { step, word, problem }: Chip, at: number, of: number): string {
  const place = { at: at + 1, of };
  if (step === null) {
    const what = word === UNTYPED ? t('chips.untyped') : problemSentence(problem);
    return t('chips.wrong', { ...place, word, problem: what });
  }
  if (step.kind === 'pause') return t('chips.pause', { ...place, duration: pauseText(step.ms) });
  const knock = t('chips.knock', { ...place, port: step.port, protocol: step.protocol.toUpperCase() });
  const payload =
    step.payload === undefined ? [] : [t('chips.carries', { payload: shortened(payloadText(step.payload)) })];
  const gap = step.gapMs === undefined ? [] : [t('chips.waits', { duration: formatDuration(step.gapMs) })];
  return [knock, ...payload, ...gap].join(', ');
}

/** A pause in seconds, where that says it exactly. */
export function pauseText(ms: number): string {
  return ms % 100 === 0 ? formatSeconds(ms) : formatDuration(ms);
}

/** A payload as a person wrote it. */
export function payloadText({
  encoding,
  value,
}: {
  readonly encoding: 'text' | 'hex';
  readonly value: string;
}): string {
  return encoding === 'hex' ? `0x${value}` : value;
}

/** A datagram may be 1,200 bytes long; nobody wants to hear them all. */
const SHOWN = 24;

/** A payload as a chip has room for it. */
export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
