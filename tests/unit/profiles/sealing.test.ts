import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey, seal, unseal } from '../../../electron/profiles/sealing.ts';

const key = newKey();

describe('a seal', () => {
  it('gives back any text, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        // Without halves of characters, which UTF-8 does not know.
        const text = Buffer.from(raw).toString();
        const [one, two] = [seal(key, 'a', text), seal(key, 'a', text)];
        expect([unseal(key, 'a', one), one === two]).toEqual([text, false]);
      }),
    );
  });

  it('holds for one key and one place', () => {
    const sealed = seal(key, 'a', 'text');
    expect([unseal(newKey(), 'a', sealed), unseal(key, 'b', sealed)]).toEqual([null, null]);
  });

  it('breaks when any bit of it is changed, or it is cut', () => {
    const bytes = Buffer.from(seal(key, 'a', 'text'), 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const bent = Buffer.from(bytes);
      bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal(key, 'a', bent.toString('base64'))).toBeNull();
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(unseal(key, 'a', bytes.subarray(0, length).toString('base64'))).toBeNull();
    }
  });

  it('cannot be opened with a key of another length', () => {
    expect(unseal(Buffer.alloc(16), 'a', seal(key, 'a', ''))).toBeNull();
  });
});
