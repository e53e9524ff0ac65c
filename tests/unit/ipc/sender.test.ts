import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/ipc/sender.ts';

const mainFrame = { origin: 'app://ui' };
const page = { mainFrame };

describe('who is believed', () => {
  it('our window’s main frame on our own page', () => {
    expect(isTrustedSender({ sender: page, senderFrame: mainFrame }, page)).toBe(true);
  });

  it.each<readonly [what: string, ...rest: Parameters<typeof isTrustedSender>]>([
    ['no window', { sender: page, senderFrame: mainFrame }, null],
    ['another window, though it looks alike', { sender: { mainFrame }, senderFrame: mainFrame }, page],
    ['a frame that is gone', { sender: page, senderFrame: null }, page],
    ['a frame inside the page', { sender: page, senderFrame: { origin: 'app://ui' } }, page],
  ])('not: %s', (_what, event, own) => {
    expect(isTrustedSender(event, own)).toBe(false);
  });

  it.each([
    ...['null', '', 'app://', 'app://ui/', 'app://UI', 'app://ui.example.org', 'app://other', 'file://'],
    ...['https://example.org', 'devtools://devtools', 'http://ui'],
  ])('not: our main frame when it shows %j', (origin) => {
    const frame = { origin };
    const navigated = { mainFrame: frame };
    expect(isTrustedSender({ sender: navigated, senderFrame: frame }, navigated)).toBe(false);
  });
});
