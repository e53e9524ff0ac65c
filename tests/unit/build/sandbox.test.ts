import { describe, expect, it } from 'vitest';
import { decideSandbox } from '../../../build/runtime/sandbox.ts';

describe('the sandbox', () => {
  const facts = { root: false, userNamespaces: true, setuidHelper: false, helper: '/opt/e/chrome-sandbox' };

  it.each([
    ['user namespaces', facts],
    ['the setuid helper', { ...facts, userNamespaces: false, setuidHelper: true }],
  ])('is on with %s', (_by, given) => {
    expect(decideSandbox(given)).toEqual({ kind: 'on' });
  });

  it('is off for root, and that is said', () => {
    expect(decideSandbox({ ...facts, root: true })).toMatchObject({
      kind: 'off',
      say: expect.stringContaining('--no-sandbox'),
    });
  });

  it('is never turned off for anyone else: the remedy is named instead', () => {
    const decided = decideSandbox({ ...facts, userNamespaces: false });
    expect(decided).toMatchObject({
      kind: 'impossible',
      say: expect.stringContaining("chmod 4755 '/opt/e/chrome-sandbox'"),
    });
  });
});
