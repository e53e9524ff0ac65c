import { useEffect, useLayoutEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftFields } from '../../../shared/model/draft.ts';
import { useBridge } from '../../state/store-context.tsx';
import { changedFields, withDraft } from './drafting.ts';
import type { FormOutput, FormValues } from './form.ts';

/** How long after a change main hears of it (ms): a word, not a letter. */
const KEEP_AFTER_MS = 250;

interface DraftOptions {
  readonly key: string;
  /** The profile is new: see {@link changedFields}. */
  readonly whole: boolean;
  readonly initial: FormValues;
  /** What was kept the last time. */
  readonly kept: DraftFields | null;
  readonly form: UseFormReturn<FormValues, unknown, FormOutput>;
}

/** What the form holds, as main keeps it. */
export interface Draft {
  /** What is kept now; `null`: nothing was changed. */
  readonly fields: () => DraftFields | null;
  /** There is nothing to keep any more: it was saved, or is not wanted. */
  readonly forget: () => void;
}

/** Keeps what the form holds in main while it is typed, so that it outlives this form, this page and this window. */
export function useDraft({ key, whole, initial, kept, form }: DraftOptions): Draft {
  const bridge = useBridge();
  const over = useRef(false);
  const first = useRef({ initial, kept });
  const { reset, getValues, subscribe } = form;

  useLayoutEffect(() => {
    const { initial: saved, kept: draft } = first.current;
    if (draft !== null) reset(withDraft(saved, draft), { keepDefaultValues: true });
  }, [reset]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      if (over.current) return;
      const fields = changedFields(getValues(), first.current.initial, whole);
      void bridge.invoke('drafts:keep', { key, fields });
    };
    const keepNow = () => timer !== undefined && keep();
    const stop = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(keep, KEEP_AFTER_MS);
      },
    });
    addEventListener('pagehide', keepNow);
    return () => {
      stop();
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [bridge, key, whole, getValues, subscribe]);

  return {
    fields: () => changedFields(getValues(), first.current.initial, whole),
    forget: () => {
      over.current = true;
      void bridge.invoke('drafts:keep', { key, fields: null });
    },
  };
}
