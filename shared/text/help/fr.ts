import type { Help } from './blocks.ts';
import { commandLine } from './fr/command-line.ts';
import { firstKnock } from './fr/first-knock.ts';
import { importing } from './fr/importing.ts';
import { notOpen } from './fr/not-open.ts';
import { oneTime } from './fr/one-time.ts';
import { protection } from './fr/protection.ts';
import { sequence } from './fr/sequence.ts';
import { serverSetup } from './fr/server-setup.ts';
import { ssh } from './fr/ssh.ts';
import { tray } from './fr/tray.ts';
import { vault } from './fr/vault.ts';

export const help: Help = {
  'first-knock': firstKnock,
  import: importing,
  'server-setup': serverSetup,
  'not-open': notOpen,
  ssh,
  'one-time': oneTime,
  vault,
  tray,
  'command-line': commandLine,
  sequence,
  protection,
};
