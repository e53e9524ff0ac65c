import { UI_ORIGIN } from '../security/ui-file.ts';

/** The part of an IPC event that tells where it came from. */
export interface Sender {
  readonly sender: { readonly mainFrame: unknown };
  readonly senderFrame: { readonly origin: string } | null;
}

/** Our window, its main frame, our own page: a frame that was navigated or closed meanwhile is none of that. */
export function isTrustedSender(event: Sender, page: Sender['sender'] | null): boolean {
  return (
    page !== null &&
    event.sender === page &&
    event.senderFrame !== null &&
    event.senderFrame === event.sender.mainFrame &&
    event.senderFrame.origin === UI_ORIGIN
  );
}
