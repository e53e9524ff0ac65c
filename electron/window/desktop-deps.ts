import type { AskedAction } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import type { StateHub } from '../ipc/state-hub.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Unsaved } from './closing.ts';
import type { OpenedWindow } from './open-window.ts';

/** What the desktop shows and reaches, each by its narrowest slice. */
export interface DesktopDeps {
  /** Absolute path of the built app. */
  readonly out: string;
  readonly dataFolder: string;
  /** The window that was opened before the app was there; it has no other owner yet. */
  readonly first: OpenedWindow | null;
  readonly hub: Pick<StateHub, 'get' | 'set' | 'snapshot' | 'tell'>;
  readonly text: () => Language;
  readonly settings: Pick<SettingsStore, 'settings' | 'change'>;
  readonly run: (profileId: string, action: AskedAction) => void;
  readonly cancel: (runId: string) => void;
  /** What would be lost with the app. */
  readonly unsaved: Unsaved;
  /** Whether somebody at a terminal waits for an answer. */
  readonly isBusy: () => boolean;
  /** Whether the run that has ended was somebody's at a terminal, who has seen it there. Asked once. */
  readonly isForTerminal: (runId: string) => boolean;
  /** A window's page is drawn. */
  readonly onWindow: () => void;
  readonly report: (error: unknown) => void;
}
