import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, LineTooLong, MAX_LINE_BYTES } from '../../../electron/remote/lines.ts';
import { parseMessage, parseRequest, withoutPorts } from '../../../electron/remote/protocol.ts';

describe('a request', () => {
  it.each([
    { type: 'list', version: 1 },
    { type: 'knock', version: 1, profile: 'Web server' },
    { type: 'close', version: 1, profile: 'web' },
    { type: 'connect', version: 1, profile: 'web' },
  ])('is read: %j', (request) => {
    expect(parseRequest(JSON.stringify(request))).toEqual(request);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"list"',
    '{"type":"list"}',
    '{"type":"list","version":2}',
    '{"type":"list","version":1,"more":true}',
    '{"type":"knock","version":1}',
    '{"type":"knock","version":1,"profile":""}',
    '{"type":"knock","version":1,"profile":["web"]}',
    `{"type":"knock","version":1,"profile":"${'x'.repeat(201)}"}`,
    '{"type":"launch","version":1,"profile":"web"}',
    '{"__proto__":{"type":"list","version":1}}',
    '['.repeat(60_000),
  ])('is refused: %.60s', (line) => {
    expect(parseRequest(line)).toBeNull();
  });

  it('is never more than the four, whatever JSON or text comes', { timeout: 30_000 }, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record({ type: fc.constantFrom('list', 'knock', 'x'), version: fc.anything(), profile: fc.anything() })
        .map((value) => JSON.stringify(value) ?? ''),
    );
    fc.assert(
      fc.property(anything, (line) => {
        const request = parseRequest(line);
        expect(request === null || ['list', 'knock', 'close', 'connect'].includes(request.type)).toBe(true);
        parseMessage(line);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a message', () => {
  it('crosses unchanged', () => {
    const message = { type: 'event', event: { type: 'address', address: '192.0.2.1', family: 4 } };
    expect(parseMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    '{"type":"event","event":{"type":"toString"}}',
    '{"type":"failed","problem":{"code":"no-such-code"}}',
    '{}',
  ])('is refused: %s', (line) => expect(parseMessage(line)).toBeNull());

  it('about a packet names no port', () => {
    const sent = { type: 'sent', index: 0, of: 3, flush: false, port: 7000, protocol: 'tcp', atMs: 1 } as const;
    expect(withoutPorts(sent)).toEqual({ type: 'sent', index: 0, of: 3, flush: false, atMs: 1 });
  });
});

describe('lines', () => {
  it('are the same however the bytes are cut', () => {
    const text = fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', '')));
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const reader = new LineReader();
        const read: string[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = sizes.next().value;
          read.push(...reader.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(read).toEqual(lines.map((line) => Buffer.from(line).toString()));
      }),
      { numRuns: 200 },
    );
  });

  it('are refused when one is too long, ended or not', () => {
    const longest = Buffer.alloc(MAX_LINE_BYTES, 'x');
    expect(new LineReader().push(Buffer.concat([longest, Buffer.from('\n')]))).toHaveLength(1);
    expect(() => new LineReader().push(Buffer.concat([longest, Buffer.from('x\n')]))).toThrow(LineTooLong);
    const reader = new LineReader();
    reader.push(longest);
    expect(() => reader.push(Buffer.from('x'))).toThrow(LineTooLong);
  });
});
