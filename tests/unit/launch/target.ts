import type { LaunchSource } from '../../../electron/launch/checks.ts';
import type { LaunchTarget } from '../../../shared/model/launch.ts';
import { emptyDraft } from '../../../shared/model/profile.ts';

/** A profile of which only what a launch reads is given. */
export function target(host: string, launch: Partial<LaunchTarget> = {}, doorPort = 22): LaunchSource {
  const draft = emptyDraft();
  return {
    name: 'Büro',
    host,
    door: { port: doorPort, check: true },
    launch: { ...draft.launch, ...launch },
  };
}
