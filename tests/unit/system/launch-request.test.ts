import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connectWord,
  type LaunchRequest,
  lastingWords,
  launchRequest,
  linkRequest,
  parseLaunchRequest,
  wordsOf,
} from '../../../electron/system/launch-request.ts';

const env = { DISPLAY: ':1', WAYLAND_DISPLAY: '', SECRET: 'x' };
const screen = { DISPLAY: ':1' };

const requests: readonly LaunchRequest[] = [
  { kind: 'stay-hidden' },
  { kind: 'rest', screen },
  { kind: 'show', screen },
  { kind: 'quick-pick', screen },
  { kind: 'select', profileId: 'web', screen },
  { kind: 'connect', profileId: '0f8fad5b-d9cb-469f-a165-70867728950e', screen },
  { kind: 'bad-link', screen },
];

describe('a start', () => {
  it.each(requests)('for $kind is handed over and understood', (request) => {
    const read = launchRequest(['electron', '.', '--disable-gpu', ...wordsOf(request)], env);
    expect(read).toEqual(request);
    expect(parseLaunchRequest(JSON.parse(JSON.stringify(read)))).toEqual(request);
  });

  it('that follows another has its switches, and nothing of what that one was asked for', () => {
    const lasting = ['.', '--disable-gpu', '--user-data-dir=/x'];
    for (const request of requests) expect(lastingWords([...lasting, ...wordsOf(request)])).toEqual(lasting);
    expect(lastingWords(['TOCTOC://open/web', ...lasting])).toEqual(lasting);
  });

  it('takes no other variable from a further start', () => {
    const data = { kind: 'show', screen: { LD_PRELOAD: '/tmp/x.so' } };
    expect(parseLaunchRequest(data)).toEqual({ kind: 'show', screen: {} });
  });

  it('takes no profile from a further start that could not be one', () => {
    for (const profileId of ['', '../x', 'A B', 'x'.repeat(41), 7, null]) {
      expect(parseLaunchRequest({ kind: 'connect', profileId, screen: {} })).toEqual({ kind: 'show', screen: {} });
    }
    expect(launchRequest([connectWord('../x')], env)).toEqual({ kind: 'show', screen });
  });

  it('shows the window for whatever is not understood', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseLaunchRequest(data).kind).toBe('show');
      }),
    );
  });
});

describe('a link', () => {
  it.each(['toctoc://open/web', 'toctoc://open/web/', 'TOCTOC://OPEN/WEB'])('%s selects', (link) => {
    expect(linkRequest(link)).toEqual({ kind: 'select', profileId: 'web', screen: {} });
  });

  it.each([
    ...['toctoc:', 'toctoc://', 'toctoc://open', 'toctoc://open/', 'toctoc://connect/web', 'toctoc://open/web/knock'],
    ...['toctoc://open/web?action=connect', 'toctoc://open/web#x', 'toctoc://open/../web', 'toctoc://open/web%20x'],
    ...['toctoc://user@open/web', 'toctoc://open/web" --connect=web', 'toctoc://open/web\n--connect=web'],
    `toctoc://open/${'x'.repeat(10_000)}`,
  ])('%.60s is refused', (link) => {
    expect(linkRequest(link)).toEqual({ kind: 'bad-link', screen: {} });
    expect(launchRequest(['electron', link], {}).kind).toBe('bad-link');
  });

  it('never sends a packet, whatever stands beside it', () => {
    const words = fc.array(fc.constantFrom(connectWord('web'), '--quick-pick', '--hidden', 'toctoc:x', '-x', ''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { kind } = launchRequest([...before, 'toctoc://open/web', ...after], {});
        expect(['select', 'bad-link']).toContain(kind);
      }),
    );
  });

  it('of any shape is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['select', 'bad-link']).toContain(linkRequest(`toctoc://open/${text}`).kind);
      }),
    );
  });
});
