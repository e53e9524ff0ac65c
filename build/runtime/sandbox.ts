import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './process.ts';

/** How Electron's own sandbox stands on this machine. */
export type Sandbox =
  | { readonly kind: 'on' }
  | { readonly kind: 'off'; readonly say: string }
  | { readonly kind: 'impossible'; readonly say: string };

/** What the decision rests on: Chromium needs user namespaces, or its helper owned by root with the setuid bit. */
export interface SandboxFacts {
  readonly root: boolean;
  readonly userNamespaces: boolean;
  readonly setuidHelper: boolean;
  readonly helper: string;
}

/** Only root goes without the sandbox, because Chromium refuses to start otherwise. Nobody else's is ever turned off. */
export function decideSandbox(facts: SandboxFacts): Sandbox {
  if (facts.root) return { kind: 'off', say: 'As root, Electron starts without its sandbox (--no-sandbox).' };
  if (facts.userNamespaces || facts.setuidHelper) return { kind: 'on' };
  return {
    kind: 'impossible',
    say:
      'This system forbids user namespaces, so Electron needs its sandbox helper set up once:\n' +
      `  sudo chown root:root '${facts.helper}' && sudo chmod 4755 '${facts.helper}'`,
  };
}

/** Looks at this machine. Off Linux the sandbox needs nothing. */
export async function findSandbox(executable: string): Promise<Sandbox> {
  if (process.platform !== 'linux') return { kind: 'on' };
  const helper = join(dirname(executable), 'chrome-sandbox');
  const status = await stat(helper).catch(() => undefined);
  return decideSandbox({
    root: process.getuid?.() === 0,
    userNamespaces: (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0,
    setuidHelper: status?.uid === 0 && (status.mode & 0o4111) === 0o4111,
    helper,
  });
}
