import type { Bridge } from '../shared/ipc.ts';

declare global {
  interface Window {
    readonly toctoc: Bridge;
  }
}

/** The way to main. No other file of the page touches `window`. */
export const bridge: Bridge = window.toctoc;
