import { QuickPick } from './features/quick-pick/quick-pick.tsx';
import { mountPage } from './mount.tsx';

/** The small window to choose a server in. */
await mountPage(<QuickPick />);
