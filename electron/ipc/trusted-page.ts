import type { WebContents } from 'electron';
import type { Channel } from '../../shared/ipc.ts';

/** A window's page: whom to send to, and whom to believe, as far as it has any use for. */
export interface TrustedPage {
  readonly contents: WebContents;
  readonly may: (channel: Channel) => boolean;
}
