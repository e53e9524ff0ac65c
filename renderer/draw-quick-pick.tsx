import { drawPage } from './draw.tsx';
import { QuickPick } from './features/quick-pick/quick-pick.tsx';

drawPage(<QuickPick />);
