import { describe, expect, it } from 'vitest';
import { en } from '../../../../shared/text/en.ts';
import { fr } from '../../../../shared/text/fr.ts';
import { fill, sentence } from '../../../../shared/text/sentence.ts';

describe('blanks', () => {
  it.each<readonly [text: string, params: Record<string, string | number> | undefined, filled: string]>([
    ['a {{x}} b {{y}}', { x: 'X', y: 2 }, 'a X b 2'],
    ['{{x}}{{x}}', { x: 0 }, '00'],
    ['{{x}}', { x: '' }, ''],
    ['{{x}}', {}, '{{x}}'],
    ['{{x}}', undefined, '{{x}}'],
    ['{{x}}', { x: '{{y}}', y: 'no' }, '{{y}}'],
    ['{{x}}', { x: '$& $1 $`' }, '$& $1 $`'],
    ['no {x} { {x} }', { x: 'X' }, 'no {x} { {x} }'],
    ['{{toString}} {{constructor}}', {}, '{{toString}} {{constructor}}'],
  ])('%j with %j is %j', (text, params, filled) => {
    expect(fill(text, params)).toBe(filled);
  });
});

describe('a sentence', () => {
  it('names what is wrong, in the language', () => {
    const problem = { code: 'name-not-found', field: 'host', params: { host: 'servr' } } as const;
    expect(sentence(en, problem)).toBe('Host “servr” was not found: check the spelling, or try its IP address.');
    expect(sentence(fr, problem)).toMatch(/^L’hôte «\u00a0servr\u00a0» est introuvable/);
  });

  it('needs no values where it has no blanks', () => {
    expect(sentence(en, { code: 'profile-unknown' })).toBe('This profile no longer exists.');
  });
});
