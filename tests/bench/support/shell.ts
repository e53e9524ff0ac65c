import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

/**
 * A bash that starts programs and times them: what `knock` costs in a script. Started from Node it would be charged for
 * Node's own `spawn`, which takes longer than `knock` does.
 */
export class Shell {
  readonly #bash: ChildProcess;
  readonly #lines: Interface;

  constructor() {
    const bash = spawn('bash', ['--norc'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    this.#bash = bash;
    this.#lines = createInterface({ input: bash.stdout });
  }

  /** From before the fork to after the end (ms). `command` is a line of ours: it is not quoted, and may say where its output goes. */
  async time(command: string): Promise<number> {
    const answer = once(this.#lines, 'line');
    const timed = `a=$EPOCHREALTIME; { ${command}; } >/dev/null; b=$EPOCHREALTIME; echo $((\${b/./} - \${a/./}))\n`;
    this.#bash.stdin?.write(timed);
    const [microseconds] = await answer;
    return Number(microseconds) / 1000;
  }

  async close(): Promise<void> {
    this.#bash.stdin?.end();
    await once(this.#bash, 'exit');
  }
}
