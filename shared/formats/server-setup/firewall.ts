import type { SetupAnswers } from './answers.ts';
import type { SetupFile } from './document.ts';

/** The commands that knockd runs for one address, `%IP%`; `undefined`: none is needed. */
export interface DoorCommands {
  readonly open: string;
  readonly shut: string | undefined;
}

/** One firewall's part in the setup. Commands are for a person's shell, `sudo` included; each list runs in order. */
export interface FirewallPlan {
  readonly ipv4: DoorCommands;
  /** `undefined`: the door does not open over IPv6. */
  readonly ipv6: DoorCommands | undefined;
  /** What knockd runs by itself after the time is up; with no need for it the firewall forgets the address itself. */
  readonly forgets: boolean;
  readonly files: readonly SetupFile[];
  /** What is in force now. */
  readonly look: readonly string[];
  /** Shuts the door for everybody but sessions that stand. The last command does it. */
  readonly shut: readonly string[];
  /** One command, without `sudo` and without single quotes, that lets everybody in again. */
  readonly rescue: string;
  /** Shows who is let in. */
  readonly list: readonly string[];
  /** Lets nobody in any more who was let in. */
  readonly evict: readonly string[];
  /** So that all this is in force after a restart: files, then commands. */
  readonly keepFiles: readonly SetupFile[];
  readonly keep: readonly string[];
  /** Takes everything away that `shut` and the knocks have put there. */
  readonly undo: readonly string[];
  readonly undoKeep: readonly string[];
}

/** What each firewall's file is given. `comment` is one line of plain text. */
export interface FirewallInput {
  readonly answers: SetupAnswers;
  readonly comment: string;
}
