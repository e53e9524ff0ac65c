import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/result.ts';
import { problemSentence } from '../i18n.ts';
import styles from './toasts.module.css';

/** Long enough to read a sentence and reach the button by keyboard (ms). The clock stops while it is pointed at. */
const STAYS_MS = 10_000;

interface Tell {
  readonly failure: (problems: readonly [Problem, ...Problem[]]) => void;
  readonly done: (text: string) => void;
  readonly undoable: (text: string, undo: { readonly label: string; readonly run: () => void }) => void;
}

/** Short messages at the bottom of the window: what failed, or what can be undone. */
export function useTell(): Tell {
  const { add, close } = Toast.useToastManager();
  return useMemo(
    () => ({
      failure: ([problem]) => {
        // Not of high priority: those are hidden from screen readers, buttons included, until they are hovered.
        add({ title: problemSentence(problem), type: 'failure', timeout: STAYS_MS });
      },
      done: (text) => {
        add({ title: text, timeout: STAYS_MS });
      },
      undoable: (text, undo) => {
        const id = add({
          title: text,
          timeout: STAYS_MS,
          data: {
            undo: () => {
              close(id);
              undo.run();
            },
          },
          actionProps: {
            children: undo.label,
            onClick: () => {
              close(id);
              undo.run();
            },
          },
        });
      },
    }),
    [add, close],
  );
}

/** Undoes what the newest message says can be undone; `null`: none does. */
export function useUndo(): (() => void) | null {
  const { toasts } = Toast.useToastManager<{ readonly undo?: () => void }>();
  return (
    toasts.find(({ data, transitionStatus }) => data?.undo !== undefined && transitionStatus !== 'ending')?.data
      ?.undo ?? null
  );
}

/** Where the messages appear. */
export function Toasts() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles['viewport']}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={styles['toast']}>
            <Toast.Title className={styles['title']} />
            <Toast.Action className={styles['action']} />
            {/* Base UI hides it from screen readers until it is hovered. */}
            <Toast.Close className={styles['close']} aria-label={t('dismiss')} aria-hidden={false}>
              <X size={16} aria-hidden />
            </Toast.Close>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
