import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { literalFamily } from '../../../electron/knock/literal.ts';
import { HostSchema, literalFamily as onThePage } from '../../../shared/model/host.ts';

it.each([
  ['192.0.2.7', 4],
  ['::1', 6],
  ['fe80::1%br-lan', 6],
  ['fe80::1%my_if.7', 6],
  ['::ffff:192.0.2.7', 6],
  ['server.example.org', 0],
  ['192.0.2', 0],
  ['01.2.3.4', 0],
  ['192.0.2.7%eth0', 0],
  ['fe80::1%', 0],
  ['fe80::1%a%b', 0],
  ['', 0],
])('%j: %i', (host, family) => {
  expect(literalFamily(host)).toBe(family);
});

it('is what the page takes it for, whatever host was let in', () => {
  const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain(), fc.stringMatching(/^[0-9a-f:.%]{1,20}$/));
  fc.assert(
    fc.property(host, (text) => {
      const parsed = v.safeParse(HostSchema, text);
      if (parsed.success) expect(literalFamily(parsed.output)).toBe(onThePage(parsed.output));
    }),
    { numRuns: 3000 },
  );
});
