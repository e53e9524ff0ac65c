import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { STOCK } from './support/doors.ts';
import { Lab, SERVER } from './support/lab.ts';
import { ended, HOME, proxied } from './support/toctoc.ts';

const lab = Lab.current();
const at = (...parts: readonly string[]) => join(lab.folder, 'transfer', ...parts);
/** As a person would set it: for ssh's own words with spaces, each in quotes. */
const ssh = ['ssh', ...proxied(lab).map((word) => `'${word}'`)].join(' ');

beforeEach(async () => {
  rmSync(at(), { recursive: true, force: true });
  mkdirSync(at('here', 'inner'), { recursive: true });
  mkdirSync(at('there'));
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
afterAll(async () => {
  await lab.stopKnockd();
  rmSync(HOME, { recursive: true, force: true });
});

it('rsync knocks by itself, and brings every byte there and back', async () => {
  writeFileSync(at('here', 'large'), randomBytes(3 << 20));
  writeFileSync(at('here', 'inner', 'a name with spaces'), 'inside');
  const there = `root@${SERVER.clean4}:${at('there')}/`;
  expect(await ended('rsync', ['-a', '-e', ssh, `${at('here')}/`, there])).toMatchObject({ status: 0, error: '' });
  expect(readFileSync(at('there', 'large'))).toEqual(readFileSync(at('here', 'large')));
  mkdirSync(at('back'));
  expect(await ended('rsync', ['-a', '-e', ssh, there, `${at('back')}/`])).toMatchObject({ status: 0, error: '' });
  expect(readFileSync(at('back', 'inner', 'a name with spaces'), 'utf8')).toBe('inside');
  expect(readFileSync(at('back', 'large'))).toEqual(readFileSync(at('here', 'large')));
});

it('git knocks by itself: a clone, a commit, and a push', async () => {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const git = (...args: readonly string[]) =>
    ended('git', [...person, ...args], '', { GIT_SSH_COMMAND: ssh, GIT_CONFIG_GLOBAL: '/dev/null' });
  const succeeded = async (...args: readonly string[]) => {
    const { status, out, error } = await git(...args);
    expect({ status, error: status === 0 ? '' : error }).toEqual({ status: 0, error: '' });
    return out.toString();
  };
  await succeeded('init', '-q', '--bare', at('there', 'repository.git'));
  await succeeded('clone', '-q', `ssh://root@${SERVER.clean4}${at('there', 'repository.git')}`, at('clone'));
  writeFileSync(at('clone', 'file'), randomBytes(1 << 20));
  await succeeded('-C', at('clone'), 'add', 'file');
  await succeeded('-C', at('clone'), 'commit', '-q', '-m', 'One file');
  // The door is shut again: the push has to knock for itself.
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  await succeeded('-C', at('clone'), 'push', '-q', 'origin', 'HEAD:main');
  const head = await succeeded('-C', at('clone'), 'rev-parse', 'HEAD');
  expect(await succeeded('-C', at('there', 'repository.git'), 'rev-parse', 'main')).toBe(head);
});
