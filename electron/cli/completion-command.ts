import { Argument, type Command } from 'commander';
import type { Shell } from './completion/script.ts';
import { consoleLines } from './reporter.ts';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

const HELP = `
To switch it on:
  bash   toctoc completion bash > ~/.local/share/bash-completion/completions/toctoc
  zsh    toctoc completion zsh > "\${fpath[1]}/_toctoc"
  fish   toctoc completion fish > ~/.config/fish/completions/toctoc.fish
Names of saved profiles are completed while the app is running.`;

/** `toctoc completion <shell>`: a script that completes commands, options and profile names. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', HELP)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion/script.ts');
      consoleLines.out(completionScript(shell, program));
    });
}
