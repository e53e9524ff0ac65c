import { BrowserWindow, Notification } from 'electron';
import type { NotificationText } from './notification-text.ts';

/** Kept at most: one that is no longer referenced is collected, and its click is lost. */
const KEPT = 50;

/** Shows notifications, and says when one is clicked. Where somebody looks at a window of ours, that says it already. */
export class Notifications {
  readonly #shown: Notification[] = [];

  show({ title, body }: NotificationText, onClick: () => void): void {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    this.#shown.push(notification);
    if (this.#shown.length > KEPT) this.#shown.shift();
    notification.on('click', onClick);
    notification.show();
  }

  dispose(): void {
    for (const notification of this.#shown.splice(0)) notification.removeAllListeners();
  }
}
