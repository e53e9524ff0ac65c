import type { Command } from 'commander';
import { bashScript } from './bash.ts';
import { describeCommands } from './description.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
export type Shell = keyof typeof scripts;

/** The script that completes this program in this shell. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](describeCommands(program));
}
