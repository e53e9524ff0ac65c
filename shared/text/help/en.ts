import type { Help } from './blocks.ts';
import { commandLine } from './en/command-line.ts';
import { firstKnock } from './en/first-knock.ts';
import { importing } from './en/importing.ts';
import { notOpen } from './en/not-open.ts';
import { oneTime } from './en/one-time.ts';
import { protection } from './en/protection.ts';
import { sequence } from './en/sequence.ts';
import { serverSetup } from './en/server-setup.ts';
import { ssh } from './en/ssh.ts';
import { tray } from './en/tray.ts';
import { vault } from './en/vault.ts';

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
