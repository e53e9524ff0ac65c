import { useSyncExternalStore } from 'react';
import { ChooseDialog } from './choose-dialog.tsx';
import type { FirstChoice } from './first-choice.ts';

/** Puts the question while something waits for its answer. */
export function FirstChoiceDialog({ choice }: { readonly choice: FirstChoice }) {
  const asked = useSyncExternalStore(choice.subscribe, choice.isAsked);
  return <ChooseDialog open={asked} onClose={() => choice.answer(false)} onChosen={() => choice.answer(true)} />;
}
