import { Argument, type Command } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import type { Shell } from './completion/script.ts';
import { consoleLines } from './reporter.ts';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** The lines that switch it on. */
const LINES = `  bash   toctoc completion bash > ~/.local/share/bash-completion/completions/toctoc
  zsh    toctoc completion zsh > "\${fpath[1]}/_toctoc"
  fish   toctoc completion fish > ~/.config/fish/completions/toctoc.fish`;

/** `toctoc completion <shell>`: a script that completes commands, options and profile names. */
export function addCompletionCommand(program: Command, text: Language): void {
  const { commands, arguments: words, help } = text.command;
  program
    .command('completion')
    .description(commands.completion)
    .addArgument(new Argument('<shell>', words.shell).choices(SHELLS))
    .addHelpText('after', `\n${help.completionOn}\n${LINES}\n${help.completionNames}`)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion/script.ts');
      consoleLines.out(completionScript(shell, program));
    });
}
