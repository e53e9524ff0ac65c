import type { KeptOpen } from '../../shared/model/app-state.ts';
import type { ProfileSummary } from '../../shared/model/profile.ts';
import { isOver, type RunState } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { short } from '../../shared/text/short.ts';

export type IconState = 'idle' | 'knocking' | 'open' | 'failed';

/** How long the icon tells how the newest run ended (ms). */
export const OUTCOME_MS = 10_000;

/** The icon's picture and its words. */
export interface IconView {
  readonly icon: IconState;
  readonly toolTip: string;
}

/** What the icon is drawn from. */
export interface IconFacts {
  readonly profiles: readonly ProfileSummary[];
  readonly runs: readonly RunState[];
  readonly keptOpen: readonly KeptOpen[];
  /** The run that ended within the last {@link OUTCOME_MS}; `null`: none. */
  readonly justEnded: RunState | null;
}

/** What the icon shows; pure. A run that goes on first, then how the last one ended, then what is kept open. */
export function iconView({ profiles, runs, keptOpen, justEnded }: IconFacts, { desktop }: Language): IconView {
  const nameOf = new Map(profiles.map(({ id, name }) => [id, short(name, 40)]));
  const names = (all: readonly { readonly profileId: string }[]) =>
    short(all.flatMap(({ profileId }) => nameOf.get(profileId) ?? []).join(', '), 60);
  const going = runs.filter((run) => !isOver(run));
  if (going.length > 0) {
    return { icon: 'knocking', toolTip: fill(desktop.icon.knocking, { names: names(going) }) };
  }
  const result = justEnded?.phase.phase === 'done' ? justEnded.phase.outcome.result : null;
  if (justEnded !== null && (result === 'failed' || result === 'not-open')) {
    return { icon: 'failed', toolTip: fill(desktop.icon.failed, { name: names([justEnded]) }) };
  }
  if (justEnded?.launch.state === 'failed') {
    return { icon: 'failed', toolTip: fill(desktop.icon.unlaunched, { name: names([justEnded]) }) };
  }
  if (justEnded !== null && result === 'open') {
    return { icon: 'open', toolTip: fill(desktop.icon.open, { name: names([justEnded]) }) };
  }
  if (keptOpen.length > 0) return { icon: 'open', toolTip: fill(desktop.icon.kept, { names: names(keptOpen) }) };
  return { icon: 'idle', toolTip: desktop.icon.idle };
}

/** What decides which drawing of an icon is seen best. */
export interface PanelFacts {
  readonly platform: NodeJS.Platform;
  /** The panel's own colours, where the system tells them; else the applications’. */
  readonly dark: boolean;
  /** `XDG_CURRENT_DESKTOP` on Linux. */
  readonly desktop: string;
}

/** Panels that are dark whatever the applications wear: GNOME's top bar, and Unity's. */
const DARK_PANELS = /gnome|unity|ubuntu|cinnamon|xfce/i;

/** The file below `icons/tray`: a stencil on macOS, which colours it by itself; `.ico` on Windows, which scales by it. */
export function iconFile(icon: IconState, { platform, dark, desktop }: PanelFacts): string {
  if (platform === 'darwin') return `${icon}Template.png`;
  const panelIsDark = dark || (platform === 'linux' && DARK_PANELS.test(desktop));
  return `${icon}-on-${panelIsDark ? 'dark' : 'light'}.${platform === 'win32' ? 'ico' : 'png'}`;
}
