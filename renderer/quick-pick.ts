import { askForState } from './start.ts';

/** The small window to choose a server in. */
await askForState();
await import('./draw-quick-pick.tsx');
