import { describe, expect, it } from 'vitest';
import { logLevel } from '../../../electron/system/log-level.ts';

describe('--log-level', () => {
  it('is info unless one of the four is named, the last of them', () => {
    expect(logLevel([])).toBe('info');
    expect(logLevel(['app', '--log-level=debug'])).toBe('debug');
    expect(logLevel(['--log-level=debug', '--log-level=error'])).toBe('error');
  });

  it('leaves Chromium’s numbers, and what is no level, alone', () => {
    for (const word of ['--log-level=0', '--log-level=', '--log-level=silly', '--log-level', 'log-level=debug']) {
      expect(logLevel([word])).toBe('info');
    }
  });
});
