import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HostSchema } from '../../../../shared/model/host.ts';
import { MAX_KNOCKS, PortSchema, parseSequence, SequenceSchema } from '../../../../shared/model/sequence.ts';
import { isProblemCode, type Problem } from '../../../../shared/result.ts';
import { LANGUAGE_CODES } from '../../../../shared/text/best-language.ts';
import { languages } from '../../../../shared/text/languages.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

/** The first thing that a schema finds wrong. */
function wrong(schema: v.GenericSchema, input: unknown): Problem {
  const message = v.safeParse(schema, input).issues?.[0].message ?? 'nothing';
  if (!isProblemCode(message)) throw new Error(`${JSON.stringify(input)}: ${message}`);
  return { code: message };
}

function wrongIn(sequence: string): Problem {
  const parsed = parseSequence(sequence);
  const [problem] = parsed.ok ? [wrong(SequenceSchema, parsed.value)] : parsed.problems;
  if (problem === undefined) throw new Error(`${sequence} is no mistake`);
  return problem;
}

const tooMany = Array.from({ length: MAX_KNOCKS + 1 }, (_, at) => 7000 + at).join(' ');

/** What is wrong, and the word for its field: the label's own, or what stands for it under that label. */
const mistakes: readonly (readonly [what: string, problem: Problem, en: RegExp, fr: RegExp])[] = [
  ['port 0', wrong(PortSchema, 0), /^Port /, /^Le port /],
  ['port 65536', wrong(PortSchema, 65_536), /^Port /, /^Le port /],
  ['port abc', wrong(PortSchema, Number.NaN), /^Port /, /^Le port /],
  ['a knock at 0', wrongIn('7000 0'), /port in “0”/, /port de « 0 »/],
  ['a knock at 65536', wrongIn('65536'), /port in “65536”/, /port de « 65536 »/],
  ['a knock at abc', wrongIn('abc'), /“abc” is not a knock/, /« abc » n’est pas un coup/],
  ['an empty sequence', wrongIn(''), /^Sequence /, /^La séquence /],
  ['33 knocks', wrongIn(tooMany), /^Sequence /, /^La séquence /],
  ['a host with a leading -', wrong(HostSchema, '-oProxyCommand=x'), /^Host /, /^L’hôte /],
  ['a host with a space', wrong(HostSchema, 'a b'), /^Host /, /^L’hôte /],
  ['a host with a control character', wrong(HostSchema, 'a\u0007b'), /^Host /, /^L’hôte /],
  ['an unresolvable name', { code: 'name-not-found', params: { host: 'x' } }, /^Host “x”/, /^L’hôte « x »/],
  ['no network, for a name', { code: 'name-lookup-failed', params: { host: 'x' } }, /^Host “x”/, /^L’hôte « x »/],
  ['no network', { code: 'network-unreachable', params: { address: '::2' } }, /^Host ::2 /, /^L’hôte ::2 /],
  [
    'no such zone',
    { code: 'zone-unknown', params: { host: 'fe80::2%x', zone: 'x' } },
    /^Host .*“x”/,
    /^L’hôte .*« x »/,
  ],
  ['no zone', { code: 'zone-missing', params: { address: 'fe80::2' } }, /^Host fe80::2 /, /^L’hôte fe80::2 /],
  ['no terminal', { code: 'terminal-none' }, /under Launch\.$/, /sous Lancer\.$/],
  ['no ssh', { code: 'ssh-missing' }, /under Launch\.$/, /sous Lancer\.$/],
];

describe('a mistake’s sentence names the field and, behind a colon, the remedy', () => {
  it.each(mistakes)('%s', (_what, problem, en, fr) => {
    const words = (code: 'en' | 'fr') => sentence(languages[code], problem).replace(/[\u00a0\u202f]/g, ' ');
    expect(words('en')).toMatch(en);
    expect(words('fr')).toMatch(fr);
    for (const code of LANGUAGE_CODES) expect(words(code)).toMatch(/ ?: \p{Ll}{2,}.{15,}[.?]$/u);
  });

  it('Launch is what that field is called', () => {
    expect(LANGUAGE_CODES.map((code) => languages[code].ui.editor.launch)).toEqual(['Launch', 'Lancer']);
  });
});
