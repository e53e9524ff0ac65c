import { App } from './app.tsx';
import { mountPage } from './mount.tsx';
import { loadTheRest } from './ui/later.tsx';

/** The window. */
await mountPage(<App />);
// Not awaited: the chunks import this module, which would then wait for itself.
void loadTheRest(() => new Promise((resolve) => requestIdleCallback(() => resolve()))).then(() => {
  // From now on every pane is there as soon as it is asked for: tests wait for that.
  document.documentElement.dataset['loaded'] = '';
});
