import { describe, expect, it } from 'vitest';
import { errorCode, KnockError, sendProblem } from '../../../electron/knock/errors.ts';
import { en } from '../../../shared/text/en.ts';
import { sentence } from '../../../shared/text/sentence.ts';

const systemError = (code: string, syscall = 'connect') => Object.assign(new Error('system'), { code, syscall });

describe('why a packet did not leave', () => {
  it.each([
    ['ENETUNREACH', '', 'network-unreachable'],
    ['ENETDOWN', '', 'network-unreachable'],
    ['EAFNOSUPPORT', '', 'network-unreachable'],
    ['EHOSTUNREACH', '', 'host-unreachable'],
    ['EHOSTDOWN', '', 'host-unreachable'],
    ['EACCES', '', 'send-not-permitted'],
    ['EPERM', '', 'send-not-permitted'],
    ['EADDRNOTAVAIL', 'eth0', 'network-unreachable'],
    ['EINVAL', 'eth0', 'network-unreachable'],
    ['EADDRNOTAVAIL', '', 'network-unreachable'],
    ['EINVAL', '', 'network-unreachable'],
    ['EMFILE', '', 'too-many-sockets'],
    ['ENFILE', '', 'too-many-sockets'],
    ['ENOBUFS', '', 'too-many-sockets'],
    ['EADDRINUSE', '', 'too-many-sockets'],
    ['EWHATEVER', '', 'send-failed'],
  ])('%s with source %j is %s, with a whole sentence', (code, source, expected) => {
    const problem = sendProblem(systemError(code), '192.0.2.7', source);
    expect(problem.code).toBe(expected);
    expect(sentence(en, problem)).not.toContain('{{');
  });

  it.each(['EADDRNOTAVAIL', 'EINVAL'])('%s of a bind is about the source, where there is one', (code) => {
    const error = systemError(code, 'bind');
    expect(sendProblem(error, '192.0.2.7', 'eth0').code).toBe('source-not-available');
    expect(sendProblem(error, '192.0.2.7', '').code).toBe('network-unreachable');
  });

  it('names the reason that it does not know', () => {
    expect(sendProblem(systemError('EWHATEVER'), '192.0.2.7', '')).toEqual({
      code: 'send-failed',
      params: { address: '192.0.2.7', reason: 'EWHATEVER' },
    });
  });
});

describe('the code of an error', () => {
  it.each([
    [systemError('ENOENT'), 'ENOENT'],
    [new Error('no code'), 'no code'],
    [Object.assign(new Error('odd'), { code: 7 }), 'odd'],
    ['thrown text', 'thrown text'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('%j', (error, code) => {
    expect(errorCode(error)).toBe(code);
  });
});

describe('a problem on its way up', () => {
  it('keeps its cause', () => {
    const cause = systemError('EPERM');
    const error = new KnockError({ code: 'send-not-permitted' }, cause);
    expect([error.message, error.cause, error.problem.code]).toEqual([
      'send-not-permitted',
      cause,
      'send-not-permitted',
    ]);
  });
});
