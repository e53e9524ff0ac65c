import { describe, expect, it } from 'vitest';
import { notificationText } from '../../../electron/system/notification-text.ts';
import { summarise } from '../../../shared/model/profile.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { en } from '../../../shared/text/en.ts';
import { fr } from '../../../shared/text/fr.ts';
import { aProfile, aRun, steps } from '../../fakes/profiles.ts';

const profile = summarise(aProfile({ sequence: [...steps('7123 8123:udp 9123')] }));
const open = { result: 'open', ms: 412, alreadyOpen: false, banner: 'SSH-2.0-x', mute: false } as const;
const shut = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } as const;
const problem = { code: 'network-unreachable', params: { address: '192.0.2.7' } } as const;
const outcomes: readonly Outcome[] = [
  open,
  shut,
  { ...shut, door: 'refused' },
  { result: 'sent', ms: 1 },
  { result: 'closed', ms: 1, verified: true },
  { result: 'closed', ms: 1, verified: false },
  { result: 'still-open', attempts: 2 },
  { result: 'failed', problem },
];
const ended = (outcome: Outcome, differs: Partial<RunState> = {}) => aRun({ phase: 'done', outcome }, differs);
const told = (run: RunState, quiet: 'all' | 'failures' | 'none' = 'all') => notificationText(run, profile, quiet, en);

describe('a notification', () => {
  it('says that the door is open, and what was started', () => {
    const run = ended(open, { launch: { state: 'started', client: 'xterm' } });
    expect(told(run)).toEqual({ title: 'Web server: the door is open', body: 'Session started in xterm.' });
  });

  it('says what went wrong', () => {
    expect(told(ended(shut))?.title).toBe('Web server: the door did not open');
    expect(told(ended({ result: 'failed', problem }))?.body).toContain('192.0.2.7');
    const run = ended(open, { launch: { state: 'failed', problem: { code: 'ssh-missing' } } });
    expect(told(run)).toMatchObject({ title: 'Web server: open, but the session did not start' });
    expect(told(run, 'failures')).not.toBeNull();
  });

  it('comes at the end, and not for what the person cancelled', () => {
    expect(told(aRun({ phase: 'checking' }))).toBeNull();
    expect(told(ended(open, { launch: { state: 'starting' } }))).toBeNull();
    expect(told(ended({ result: 'cancelled' }))).toBeNull();
  });

  it('tells of keeping a door open only when that failed', () => {
    expect(told(ended(open, { action: 'refresh' }))).toBeNull();
    expect(told(ended(shut, { action: 'refresh' }))).not.toBeNull();
  });

  it('is as quiet as it was told to be', () => {
    expect(told(ended(open), 'failures')).toBeNull();
    expect(told(ended(shut), 'failures')).not.toBeNull();
    for (const outcome of outcomes) expect(told(ended(outcome), 'none')).toBeNull();
  });

  it.each([en, fr])('never names a knock', (language) => {
    for (const outcome of outcomes) {
      const text = notificationText(ended(outcome), profile, 'all', language);
      expect(text?.title).toMatch(/^Web server\s?:/);
      expect(JSON.stringify(text)).not.toMatch(/7123|8123|9123|\{\{/);
    }
  });
});
