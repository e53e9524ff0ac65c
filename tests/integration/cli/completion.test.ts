import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { completionScript, type Shell } from '../../../electron/cli/completion/script.ts';
import { createProgram } from '../../../electron/cli/program.ts';
import { en } from '../../../shared/text/en.ts';
import { describeWith } from '../../support/needs.ts';

const PATH = process.env['PATH'] ?? '';
const shells = ['bash', 'zsh', 'fish'] as const;

/** Names that would do harm if a shell took them for more than names. */
const EVIL = `$(touch pwned) \`touch pwned\` "it's"; touch pwned`;
const NAMES = ['Web server', 'Web server 2', 'Zürich', EVIL];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-completion-'));
  const program = createProgram(en, () => {});
  for (const shell of shells) writeFileSync(join(folder, shell), completionScript(shell, program));
  // Stands in for the app: answers to exactly what the scripts are to ask.
  writeFileSync(join(folder, 'names'), NAMES.map((name) => `${name}\n`).join(''));
  writeFileSync(
    join(folder, 'toctoc'),
    `#!/bin/sh\n[ "$*" = "list --names --no-start" ] && [ ! -e "${folder}/away" ] && cat "${folder}/names"\n`,
  );
  chmodSync(join(folder, 'toctoc'), 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(shell: Shell, ...args: readonly string[]): readonly string[] {
  const env = { ...process.env, PATH: `${folder}${delimiter}${PATH}`, HOME: folder, LC_ALL: 'C.UTF-8' };
  const out = execFileSync(shell, args, { cwd: folder, env, encoding: 'utf8' });
  return out.split('\n').filter((line) => line !== '');
}

/** What is offered for the last of these words. */
const offered: Readonly<Record<Shell, (...words: readonly string[]) => readonly string[]>> = {
  bash: (...words) =>
    run(
      'bash',
      '--norc',
      '-c',
      `source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _toctoc; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      'toctoc',
      ...words,
    ),
  // The two builtins that take the offers say them instead.
  zsh: (...words) =>
    run(
      'zsh',
      '-f',
      '-c',
      `compdef() { }; source ./zsh
       _files() { print -rl -- "$words[CURRENT]"*(N) }
       compadd() { if [[ $1 == -a ]]; then print -rl -- "\${(@P)2}"; else print -rl -- "$@"; fi }
       _describe() { print -rl -- "\${(@)\${(@P)2}%%:*}" }
       words=("$@"); CURRENT=$#; _toctoc`,
      'zsh',
      'toctoc',
      ...words,
    ),
  fish: (...words) =>
    run('fish', '--no-config', '-c', 'source ./fish; complete -C "$argv[1]"', `toctoc ${words.join(' ')}`).map(
      (line) => line.split('\t')[0] ?? '',
    ),
};

for (const shell of shells) {
  describeWith([shell], `completion for ${shell}`, () => {
    const complete = offered[shell];

    it('offers commands, options and their values', () => {
      expect(complete('')).toEqual(expect.arrayContaining(['knock', 'close', 'connect', 'completion']));
      expect(complete('knock', '--')).toEqual(expect.arrayContaining(['--wait', '--json', '--server']));
      expect(complete('knock', '--server', '')).toEqual(['knockd', 'other']);
      expect(complete('completion', '').toSorted()).toEqual(['bash', 'fish', 'zsh']);
    });

    it('offers profiles, each as one word, and runs nothing of their names', () => {
      const names = shell === 'bash' ? NAMES.map((name) => expect.stringMatching(name[0] ?? '')) : NAMES;
      for (const words of [
        ['knock', ''],
        ['close', ''],
        ['export', ''],
        ['connect', '--profile', ''],
      ]) {
        const all = complete(...words);
        expect(all).toEqual(expect.arrayContaining([...names]));
      }
      expect(existsSync(join(folder, 'pwned'))).toBe(false);
    });

    it('offers files where one is asked for, and nowhere else', () => {
      writeFileSync(join(folder, 'knockd.conf'), '');
      for (const words of [
        ['import', 'knockd'],
        ['import', '--passphrase-file', 'knockd'],
        ['export', '--passphrase-file', 'knockd'],
      ]) {
        expect(complete(...words)).toEqual(['knockd.conf']);
      }
      expect(complete('list', 'knockd')).toEqual([]);
      expect(complete('knock', '--wait', 'knockd')).toEqual([]);
      expect(complete('completion', 'knockd')).not.toContain('knockd.conf');
    });

    it('offers every command there is help for', () => {
      expect(complete('')).toContain('help');
      expect(complete('help', '')).toEqual(expect.arrayContaining(['knock', 'import', 'completion']));
    });

    it('offers no profile, and no error, when the app is not running', () => {
      writeFileSync(join(folder, 'away'), '');
      expect(complete('close', '')).toEqual([]);
      rmSync(join(folder, 'away'));
    });
  });
}

describeWith(['bash'], 'bash', () => {
  it('escapes a name so that it stays one word, and not inside quotes', () => {
    expect(offered.bash('knock', 'Web')).toEqual(['Web\\ server', 'Web\\ server\\ 2']);
    expect(offered.bash('knock', 'Web\\ server\\ ')).toEqual(['Web\\ server\\ 2']);
    expect(offered.bash('knock', '"Web server')).toEqual(['Web server', 'Web server 2']);
    const [evil = ''] = offered.bash('knock', '$');
    expect(run('bash', '--norc', '-c', `printf '%s\\n' ${evil}`)).toEqual([EVIL]);
  });
});
