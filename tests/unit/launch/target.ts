import type { SshTarget } from '../../../electron/launch/command.ts';
import { emptyDraft, type LaunchTarget } from '../../../shared/model/profile.ts';

/** A profile of which only what a launch reads is given. */
export function target(host: string, launch: Partial<LaunchTarget> = {}, doorPort = 22): SshTarget {
  const draft = emptyDraft();
  return {
    name: 'Büro',
    host,
    door: { port: doorPort, check: true },
    launch: { ...draft.launch, ...launch },
  };
}
