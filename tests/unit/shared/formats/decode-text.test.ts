import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../electron/profiles/import/decode-bytes.ts';
import { MAX_IMPORT_BYTES } from '../../../../shared/formats/import-bounds.ts';

const text = 'Host é\r\n';

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('in %s', (_name, bytes) => {
    const decoded = decodeBytes(bytes);
    expect(decoded.ok && decoded.value.replace('\uFEFF', '')).toBe(text);
  });

  it('keeps a byte order mark, which knockd would stumble over', () => {
    expect(decodeBytes(Buffer.from('\uFEFFa'))).toEqual({ ok: true, value: '\uFEFFa' });
  });

  it.each([
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['nothing but NULs', Buffer.alloc(100)],
  ])('%s has none', (_name, bytes) => {
    expect(decodeBytes(bytes)).toMatchObject({ ok: false, problems: [{ code: 'import-binary' }] });
  });

  it('is not looked at when the file is too big to be a configuration', () => {
    expect(decodeBytes(Buffer.alloc(MAX_IMPORT_BYTES + 1, 'a'))).toMatchObject({
      ok: false,
      problems: [{ code: 'import-too-big', params: { size: 9, max: 8 } }],
    });
  });

  it('is what was written, in any encoding with which it is marked', () => {
    const check = (written: string) => {
      fc.pre(!written.includes('\0'));
      expect(decodeBytes(Buffer.from(written))).toEqual({ ok: true, value: written });
      const marked = `\uFEFF${written}`;
      expect(decodeBytes(Buffer.from(marked, 'utf16le'))).toEqual({ ok: true, value: marked });
      expect(decodeBytes(Buffer.from(marked, 'utf16le').swap16())).toEqual({ ok: true, value: marked });
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  });

  it('is text or binary data, whatever the bytes are', () => {
    const check = (bytes: Uint8Array) => {
      const decoded = decodeBytes(bytes);
      if (decoded.ok) expect(decoded.value).not.toContain('\0');
      else expect(decoded.problems).toEqual([{ code: 'import-binary' }]);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 2000 });
  });
});
