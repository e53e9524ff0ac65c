import type { Language } from '../../text/en.ts';

/** The sentences that go into the files, in one language. */
export type SetupText = Language['setup'];
