import { App } from './app.tsx';
import { mountPage } from './mount.tsx';

/** The window. */
await mountPage(<App />);
