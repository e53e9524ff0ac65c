import type { LaunchSource } from '../../../electron/launch/checks.ts';
import type { Launcher } from '../../../shared/model/app-state.ts';
import type { Result } from '../../../shared/result.ts';

/** One launch to make on Windows. */
export interface Case {
  readonly source: LaunchSource;
  readonly address: string;
  /** Variables beside those of the process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What came of them, in order. */
export interface Report {
  readonly platform: string;
  readonly detected: readonly Launcher[];
  readonly results: readonly Result<{ readonly client: string }>[];
}

/** How a stand-in was started. */
export interface Seen {
  readonly file: string;
  readonly argv: readonly string[];
  /** The file that a portable program came in. */
  readonly portable?: string;
}
