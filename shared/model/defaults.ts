/** `knockd` gets a flush before a retry; anything else gets a wait, because a flush would be wrong for it. */
export const SERVER_KINDS = ['knockd', 'other'] as const;

/** What starts when nothing else was said: a gap that survives 20 ms of jitter (ms). */
export const DEFAULT_GAP_MS = 50;
/** How long a TCP knock socket lives (ms): under every system's first SYN retransmission. */
export const DEFAULT_HOLD_MS = 50;
/** Above this an operating system may send the SYN a second time, which kills the attempt on the server (ms). */
export const MAX_HOLD_MS = 400;

/** What this system needs (ms): Windows sends a SYN again that was refused, and the socket has to see that out. */
export function systemHoldMs(platform: 'windows' | 'macos' | 'linux'): number {
  return platform === 'windows' ? 100 : DEFAULT_HOLD_MS;
}
