import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseImportText } from '../../../../electron/profiles/import/parse-text.ts';
import { parseSshConfig } from '../../../../electron/profiles/import/ssh-config.ts';
import type { Parsed } from '../../../../shared/formats/candidate.ts';
import { checkedDraft, planImport } from '../../../../shared/formats/import-plan.ts';
import { parseKnockCommands } from '../../../../shared/formats/knock-command.ts';
import { parseKnockOnPorts } from '../../../../shared/formats/knock-on-ports.ts';
import { parseKnockdConf } from '../../../../shared/formats/knockd-doors.ts';
import { linesOf } from '../../../../shared/formats/lines.ts';
import { formatOneTimeList, parseOneTimeList } from '../../../../shared/formats/one-time-list.ts';
import { parsePortKnockList } from '../../../../shared/formats/port-knock-list.ts';
import { parseProfileDocument } from '../../../../shared/formats/profile-document.ts';
import { parseRegistry } from '../../../../shared/formats/registry-text.ts';
import { parseSessionFile } from '../../../../shared/formats/session-file.ts';
import { finish, type Steps } from '../../../../shared/formats/steps.ts';
import { OneTimeSchema } from '../../../../shared/model/one-time.ts';
import { en } from '../../../../shared/text/en.ts';
import { steps } from '../../../fakes/profiles.ts';
import { knockdText } from './knockd-arbitrary.ts';

const crumb = fc.constantFrom(
  ...[
    'knock ',
    'host ',
    '7000',
    ':udp',
    '-d ',
    '-u',
    '--',
    "'",
    '"',
    '\\',
    '\n',
    '\r\n',
    '#',
    ' ',
    '\t',
    '=',
    ';',
    '&&',
    '\u0085',
  ],
  ...[
    'Host ',
    'Match ',
    'Include ',
    'HostName ',
    'Port ',
    'User ',
    'ProxyCommand ',
    'exec ',
    'all',
    '*',
    '!',
    '%h',
    '%',
    '~',
    '-',
  ],
  ...[
    '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\a%zz]',
    '"HostName"="h"',
    '"PortNumber"=dword:',
    'HostName\\h\\',
  ],
  ...[
    'HKEY_X',
    '    HostName    REG_SZ    h',
    'PortKnocking\\',
    '"PortKnocking"="',
    'HostName=',
    '1:s',
    ',',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '"format":"toctoc-profiles"',
    '"version":1',
    '"profiles":[',
    '"sequences":[',
    '"steps":[',
    '"type":',
    'null',
    '1e999',
    '\ud800',
  ],
  ...['a;h;TCP;1;', 'UDP;', '__proto__', 'constructor', '\0', '\uFEFF'],
);
const mess = fc.oneof(
  fc.array(crumb, { maxLength: 30 }).map((crumbs) => crumbs.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const json = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc.json().map((text) => `{"format":"toctoc-profiles","version":1,"profiles":${text}}`),
);
const circular = { expand: (pattern: string) => [pattern], read: () => 'Include a\nHost b\n' };

const parsers: Readonly<Record<string, readonly [(text: string) => Steps<Parsed>, fc.Arbitrary<string>]>> = {
  'knockd.conf': [parseKnockdConf, fc.oneof(knockdText, mess)],
  'a knock command': [parseKnockCommands, mess],
  'an ssh configuration': [(text) => parseSshConfig(text, circular), mess],
  'a registry export': [parseRegistry, mess],
  'a session file': [(text) => parseSessionFile(text, text), mess],
  'Port Knock’s list': [parsePortKnockList, mess],
  'Knock on Ports’ JSON': [parseKnockOnPorts, fc.oneof(json, mess)],
  'our JSON': [parseProfileDocument, fc.oneof(json, mess)],
  'whatever it is': [
    (text) => parseImportText({ text, fileName: text, sshFiles: null }),
    fc.oneof(knockdText, json, mess),
  ],
};

describe.each(Object.entries(parsers))('a text taken for %s', (_name, [parse, texts]) => {
  it('never throws, names lines that are there, and yields servers that can be saved', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { candidates, notes } = finish(parse(text));
        const last = linesOf(text).length;
        for (const { line } of [...candidates, ...notes]) {
          expect(Number.isInteger(line) && line >= 1 && line <= last).toBe(true);
        }
        for (const { problem } of notes) {
          const blanks = en.problem[problem.code].match(/(?<=\{\{)\w+(?=\}\})/g) ?? [];
          expect(Object.keys(problem.params ?? {})).toEqual(expect.arrayContaining(blanks));
        }
        for (const planned of finish(planImport(candidates, [], { host: 'h', sequence: steps('1 2') }))) {
          expect(planned.missing).toEqual([]);
          expect(checkedDraft(planned)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 200 },
    );
  });
});

const listLine = fc.oneof(
  fc.array(fc.tuple(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom('', ':udp', ':TCP')), { minLength: 1 }),
  fc.array(fc.tuple(fc.integer({ min: -1, max: 70_000 }), fc.constantFrom('', ':', ':sctp')), { minLength: 1 }),
);
const listText = fc
  .array(fc.tuple(fc.constantFrom(' ', '#', '', '# '), listLine), { maxLength: 8 })
  .map((lines) => lines.map(([start, knocks]) => `${start}${knocks.map((knock) => knock.join('')).join(',')}`))
  .map((lines) => lines.join('\n'));

describe('a text taken for a one-time list', () => {
  it('never throws, yields lists that can be saved, and writes them as the server has them', () => {
    fc.assert(
      fc.property(fc.oneof(listText, mess), (text) => {
        const list = parseOneTimeList(text);
        if (!list.ok) {
          expect(list.problems.length).toBeGreaterThan(0);
          return;
        }
        expect(v.is(OneTimeSchema, list.value)).toBe(true);
        const { sequences, position } = list.value;
        expect(parseOneTimeList(formatOneTimeList(list.value))).toEqual({
          ok: true,
          value: { sequences: sequences.slice(position), position: 0 },
        });
      }),
      { numRuns: 500 },
    );
  });
});
