import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../electron/system/redact.ts';
import { formatSequence } from '../../../shared/model/sequence.ts';
import { sequence } from '../shared/model/sequence-arbitrary.ts';

describe('what is left of an error in the log', () => {
  it('has no port of any sequence, whatever it stood in', () => {
    const around = fc.constantFrom(
      (text: string) => `connect ECONNREFUSED 10.0.0.1:${text}`,
      (text: string) => `Unexpected token in JSON: {"sequence":"${text}"}`,
      (text: string) => `Error: ${text}\n    at knock (/home/ada/toctoc/out/main/main.cjs:12:34)`,
      (text: string) => `${text} ${text}\n${text}`,
    );
    fc.assert(
      fc.property(sequence, around, (steps, wrap) => {
        const left = redact(wrap(formatSequence(steps))).replace('main.cjs:12:34', '');
        expect(left).not.toMatch(/\d/);
      }),
    );
  });

  it('has no quoted payload, passphrase, host, address or folder', () => {
    const error = `open '/home/ada/.config/toctoc/profiles.json' failed for "open sesame" at nas.example.org, fe80::1%eth0
    at save (/home/ada/secret-project/out/main/main.cjs:1:2345)
    at async file:///C:/Users/ada/Toctoc/resources/app.asar/out/main/chunks/later.js:9:1`;
    const left = redact(error);
    for (const secret of ['ada', 'sesame', 'nas', 'example', 'fe80', 'secret']) expect(left).not.toContain(secret);
    expect(left).toContain('failed for');
    expect(left).toContain('    at main.cjs:1:2345');
    expect(left).toContain('    at later.js:9:1');
  });

  it('is cut where nobody would read on, and not before it is hidden; the stack stays', () => {
    const file = `no end of "${'open sesame '.repeat(1000)}" at ${'x'.repeat(3000)}\n    at save (/a/out/main/main.cjs:1:2)`;
    const [first = '', stack] = redact(file).split('\n');
    expect(first).toMatch(/^no end of ‹text› at x{900,}…$/);
    expect(first.length).toBeLessThan(1100);
    expect(stack).toBe('    at main.cjs:1:2');
    const lines = redact('a line\n'.repeat(10_000)).split('\n');
    expect(lines).toHaveLength(61);
    expect(lines.at(-1)).toBe('…');
    const frame = '    at save (/a/out/main/main.cjs:1:2)';
    expect(
      redact(`${'a line\n'.repeat(100)}${frame}`)
        .split('\n')
        .slice(-2),
    ).toEqual(['    at main.cjs:1:2', '…']);
  });

  it('is there at once, however long a word is', () => {
    // By the square of its length it would be hours, and the test would not end in time.
    const word = 'a'.repeat(4_000_000);
    expect(redact(word)).toMatch(/^a{1000}…$/);
    expect(redact(`${word}.example`)).toBe('‹name›');
  });
});
