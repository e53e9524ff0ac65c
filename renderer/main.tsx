import { App } from './app.tsx';
import { mountPage } from './mount.tsx';
import { loadTheRest } from './ui/later.tsx';

/** The window. */
await mountPage(<App />);
void loadTheRest(() => new Promise((resolve) => requestIdleCallback(() => resolve())));
