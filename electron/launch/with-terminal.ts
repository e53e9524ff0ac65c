import type { Profile } from '../../shared/model/profile.ts';
import type { Settings } from '../../shared/model/settings.ts';

/** A profile that leaves the terminal to the app gets the one that the settings name. */
export function withTerminal(profile: Profile, { defaultTerminal }: Pick<Settings, 'defaultTerminal'>): Profile {
  const { launch } = profile;
  return launch.terminal === 'auto' ? { ...profile, launch: { ...launch, terminal: defaultTerminal } } : profile;
}
