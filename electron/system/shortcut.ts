import { globalShortcut } from 'electron';
import type { Problem } from '../../shared/result.ts';

/**
 * One shortcut that works from anywhere. What another program has cannot be had; a Wayland compositor gives none to a
 * program, and one that is taken through X works in the windows of X programs only.
 */
export class GlobalShortcut {
  readonly #onPress: () => void;
  readonly #wayland: string | null;
  #accelerator: string | null = null;
  #taken = false;

  /** @param wayland on Wayland the command for the person's own shortcut; `null` elsewhere */
  constructor(onPress: () => void, wayland: string | null) {
    this.#onPress = onPress;
    this.#wayland = wayland;
  }

  /** Takes this one in place of the last; `null`: none. Answers with why it does not work. */
  use(accelerator: string | null): Problem | null {
    if (accelerator !== this.#accelerator) {
      this.dispose();
      this.#accelerator = accelerator;
      this.#taken = accelerator !== null && register(accelerator, this.#onPress);
    }
    if (accelerator === null) return null;
    if (this.#wayland !== null) return { code: 'shortcut-wayland', params: { command: this.#wayland } };
    return this.#taken ? null : { code: 'shortcut-taken', params: { shortcut: accelerator } };
  }

  dispose(): void {
    if (this.#accelerator !== null && this.#taken) globalShortcut.unregister(this.#accelerator);
    this.#accelerator = null;
    this.#taken = false;
  }
}

function register(accelerator: string, onPress: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, onPress);
  } catch {
    // Not a shortcut at all: settings.json may have been edited by hand.
    return false;
  }
}
