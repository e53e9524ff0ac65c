import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { drawPage } from './draw.tsx';
import { loadTheRest } from './ui/later.tsx';

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));

drawPage(<App />);
void idle().then(() => bridge.invoke('window:drawn'));
// Not awaited: the chunks import this module, which would then wait for itself.
void loadTheRest(idle).then(() => {
  // From now on every pane is there as soon as it is asked for: tests wait for that.
  document.documentElement.dataset['loaded'] = '';
});
