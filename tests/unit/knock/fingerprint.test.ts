import { expect, it } from 'vitest';
import { fingerprint } from '../../../electron/knock/fingerprint.ts';

it('begins with the FNV-1a of its text, 64 bits (test vectors of draft-eastlake-fnv)', () => {
  expect(fingerprint('').slice(0, 16)).toBe('cbf29ce484222325');
  expect(fingerprint('a').slice(0, 16)).toBe('af63dc4c8601ec8c');
  expect(fingerprint('foobar').slice(0, 16)).toBe('85944171f73967e8');
});

it('is a file name of 32 digits, one for each address', () => {
  const addresses = Array.from({ length: 5000 }, (_, at) => `10.${at % 7}.${Math.floor(at / 250)}.${at % 250}`);
  const names = new Set(addresses.map(fingerprint));
  expect(names.size).toBe(new Set(addresses).size);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});
