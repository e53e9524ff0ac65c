import fc from 'fast-check';
import { lt } from 'semver';
import { describe, expect, it } from 'vitest';
import { versionToOffer } from '../../../electron/updates/offer.ts';

describe('the version to offer', () => {
  it.each([
    ['1.0.0', '1.0.1', 'stable', '1.0.1'],
    ['1.9.0', '1.10.0', 'stable', '1.10.0'],
    ['1.0.0', 'v1.1.0', 'stable', '1.1.0'],
    ['1.0.0', '1.0.0', 'stable', null],
    ['1.0.0', '1.0.0+rebuilt', 'stable', null],
    ['1.0.0', '0.9.9', 'stable', null],
    ['1.0.0', '1.1.0-beta.1', 'stable', null],
    ['1.0.0', '1.1.0-beta.1', 'beta', '1.1.0-beta.1'],
    ['1.1.0-beta.1', '1.1.0', 'stable', '1.1.0'],
    ['1.1.0-beta.2', '1.0.0', 'stable', null],
    ['1.1.0-beta.2', '1.1.0-beta.1', 'beta', null],
    ['1.1.0', '1.1.0-beta.9', 'beta', null],
  ] as const)('%s is offered %s (%s): %s', (own, offered, channel, version) => {
    expect(versionToOffer(own, offered, channel)).toBe(version);
  });

  it.each(['', 'newest', '1.2', '1.0.0\n2.0.0', '../../2.0.0'])('%j is no version', (offered) => {
    expect(() => versionToOffer('1.0.0', offered, 'stable')).toThrow('none');
  });

  it('is never older than this one', () => {
    const number = fc.nat({ max: 20 });
    const version = fc
      .tuple(number, number, number, fc.constantFrom('', '-beta.1', '-beta.2', '-rc.1'))
      .map(([major, minor, patch, before]) => `${major}.${minor}.${patch}${before}`);
    fc.assert(
      fc.property(version, version, fc.constantFrom('stable' as const, 'beta' as const), (own, offered, channel) => {
        const found = versionToOffer(own, offered, channel);
        expect(found === null || lt(own, found)).toBe(true);
      }),
    );
  });
});
