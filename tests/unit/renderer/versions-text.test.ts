import { expect, it } from 'vitest';
import { type VersionsState, versionsText } from '../../../renderer/features/about/versions-text.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { FACTS } from '../../fakes/about.ts';
import { OPEN_VAULT } from '../../fakes/vault.ts';

const state: VersionsState = {
  version: '1.2.3',
  updates: { kind: 'source', status: { phase: 'idle' } },
  vault: { ...OPEN_VAULT, mode: 'passphrase', state: 'locked', reason: 'passphrase', backend: null },
  settings: DEFAULT_SETTINGS,
  language: 'fr',
};

it('leaves out what is not known, and says that the vault is locked', () => {
  expect(versionsText({ ...FACTS, desktop: null }, state).split('\n')).toEqual([
    'Toctoc 1.2.3 (source)',
    'Electron 45.4.1, Chromium 148.0.7778.97, Node 24.21.0',
    'Debian GNU/Linux 12 (bookworm), 6.1.0-28-amd64, x64',
    'Secrets: passphrase, locked (passphrase)',
    'Language: fr',
    '',
  ]);
});

it('names no folder: they hold the person’s name', () => {
  const text = versionsText(FACTS, { ...state, vault: { ...OPEN_VAULT, mode: null, backend: null } });
  expect(text).not.toContain('/home');
  expect(text).not.toContain('/opt');
  expect(text).toContain('Secrets: undecided\n');
});
