import type { LaunchTarget } from '../../shared/model/launch.ts';
import type { Result } from '../../shared/result.ts';
import type { LaunchSource } from './checks.ts';
import { remoteDesktopArguments, winscpArguments } from './links.ts';
import { puttyArguments } from './putty.ts';

type Client = Extract<LaunchTarget['client'], 'putty' | 'kitty' | 'winscp' | 'mstsc'>;

/** A client that is a program of its own, with a window of its own. */
export interface ClientProgram {
  /** Kept in profiles as the launch's client. */
  readonly client: Client;
  readonly name: string;
  /** What a finder looks for. */
  readonly executable: string;
  /** Where it exists at all. PuTTY does on other systems too; what is called kitty there is a terminal. */
  readonly platforms: readonly NodeJS.Platform[];
  readonly argumentsFor: (source: LaunchSource, address: string) => Result<readonly string[]>;
}

/** In the order in which they are offered. */
export const CLIENT_PROGRAMS: readonly ClientProgram[] = [
  { client: 'putty', name: 'PuTTY', executable: 'putty', platforms: ['win32', 'linux'], argumentsFor: puttyArguments },
  { client: 'kitty', name: 'KiTTY', executable: 'kitty', platforms: ['win32'], argumentsFor: puttyArguments },
  { client: 'winscp', name: 'WinSCP', executable: 'winscp', platforms: ['win32'], argumentsFor: winscpArguments },
  {
    client: 'mstsc',
    name: 'Remote Desktop',
    executable: 'mstsc',
    platforms: ['win32'],
    argumentsFor: remoteDesktopArguments,
  },
];
