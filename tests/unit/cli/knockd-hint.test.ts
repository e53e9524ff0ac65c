import { expect, it } from 'vitest';
import { knockRequest } from '../../../electron/cli/knock-request.ts';
import { isFollowed, withKnockdHint } from '../../../electron/cli/knockd-hint.ts';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { ok } from '../../../shared/result.ts';

type Reason = 'retry' | 'unfinished-attempt';
const waiting = (reason: Reason): RunEvent => ({ type: 'phase', phase: { phase: 'waiting', reason, untilMs: 0 } });
const looking: RunEvent = { type: 'phase', phase: { phase: 'looking' } };

function said(server: string, ...events: readonly RunEvent[]): readonly string[] {
  const usual = { delay: '50', timeout: '1000', hold: '50', source: '', mode: 'syn' };
  const request = knockRequest(ok('localhost'), ['7000'], { ...usual, server });
  if (!request.ok) throw new Error('no request');
  const heard: string[] = [];
  const report = withKnockdHint(
    (event) => heard.push(event.type),
    request.value,
    () => heard.push('hint'),
  );
  for (const event of events) report(event);
  return heard;
}

it('comes once, before the first wait for a retry', () => {
  expect(said('other', looking, waiting('retry'), looking, waiting('retry'))).toEqual([
    ...['phase', 'hint', 'phase', 'phase', 'phase'],
  ]);
});

it('does not come where the server is a knockd, nor where another program left something behind', () => {
  expect(said('knockd', waiting('retry'))).toEqual(['phase']);
  expect(said('other', waiting('unfinished-attempt'))).toEqual(['phase']);
});

it('is for a person, not for who reads JSON', () => {
  expect([isFollowed({ verbose: true }), isFollowed({ verbose: true, json: true })]).toEqual([true, false]);
});
