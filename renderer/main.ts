import { askForState } from './start.ts';

/** The window. */
await askForState();
await import('./draw-window.tsx');
