import { valibotResolver } from '@hookform/resolvers/valibot';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type FieldErrors, FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DraftFields } from '../../../shared/model/draft.ts';
import type { Problem } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { AdvancedFields } from './advanced-fields.tsx';
import { FROM_MAIN } from './field-errors.ts';
import {
  FIELD_ORDER,
  type FieldName,
  type FormOutput,
  type FormValues,
  fieldOf,
  isAdvanced,
  schemaFor,
  toDraft,
} from './form.ts';
import { LaunchFields } from './launch-fields.tsx';
import { MainFields } from './main-fields.tsx';
import styles from './profile-editor.module.css';
import { TrialPanel, useTrial } from './trial.tsx';
import { useDiscarded } from './use-discard.ts';
import { useDraft } from './use-draft.ts';
import { useFollowedList } from './use-followed-list.ts';

interface ProfileFormProps {
  readonly id: string | null;
  readonly initial: FormValues;
  /** What this form is for, where its title does not say so. */
  readonly intro: string | null;
  /** What was kept of it the last time. */
  readonly kept: DraftFields | null;
  readonly draftKey: string;
  readonly onSaved: (id: string) => void;
  readonly onLeave: () => void;
  /** Shows this form again. */
  readonly onReopen: () => void;
}

const resolver: Resolver<FormValues, unknown, FormOutput> = (values, context, options) =>
  valibotResolver<FormValues, unknown, FormOutput>(schemaFor(values))(values, context, options);

/** The form of a profile. What is wrong with a field is said when it is left, and falls silent as soon as it is mended. */
export function ProfileForm(props: ProfileFormProps) {
  const { id, initial, intro, kept, draftKey, onSaved, onLeave, onReopen } = props;
  const { t } = useTranslation();
  const bridge = useBridge();
  const form = useForm<FormValues, unknown, FormOutput>({ defaultValues: initial, resolver, shouldFocusError: false });
  const { isDirty, isSubmitting } = form.formState;
  const [advanced, setAdvanced] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const trial = useTrial();
  const draft = useDraft({ key: draftKey, whole: id === null, initial, kept, form });
  const bringBackLater = useDiscarded(draftKey, onReopen);

  useFollowedList(id, form);
  useEffect(() => form.setFocus('name'), [form.setFocus]);

  function focusFirst(invalid: readonly FieldName[]): void {
    const first = FIELD_ORDER.find((field) => invalid.includes(field));
    if (first === undefined) return;
    // Its input has to be there before it can take the focus.
    if (isAdvanced(first)) flushSync(() => setAdvanced(true));
    form.setFocus(first);
  }

  async function save(values: FormOutput): Promise<void> {
    setFailure(null);
    const answer = await bridge.invoke('profiles:save', { id, draft: toDraft(values) });
    if (answer.ok) {
      draft.forget();
      return onSaved(answer.value);
    }
    // The question how to keep it was closed: nothing is wrong with the form.
    if (answer.problems[0].code === 'vault-undecided') return;
    const invalid: FieldName[] = [];
    for (const problem of answer.problems) {
      const field = fieldOf(problem.field);
      if (field === undefined) setFailure(problem);
      else {
        invalid.push(field);
        form.setError(field, { type: FROM_MAIN, message: problemSentence(problem) });
      }
    }
    focusFirst(invalid);
  }

  /** Nobody is asked: it can be undone. */
  function discard(): void {
    const fields = draft.fields();
    const { name } = form.getValues();
    draft.forget();
    onLeave();
    if (fields !== null) bringBackLater(name, fields);
  }

  function refuse(errors: FieldErrors<FormValues>): void {
    focusFirst(FIELD_ORDER.filter((field) => errors[field] !== undefined));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void form.handleSubmit(save, refuse)();
      return;
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  }

  return (
    <FormProvider {...form}>
      <form
        className={styles['form']}
        noValidate
        autoComplete="off"
        onSubmit={(event) => void form.handleSubmit(save, refuse)(event)}
        onKeyDown={onKeyDown}
      >
        <div className={styles['scroll']}>
          <div className={styles['column']}>
            <h2 className={styles['title']}>{id === null ? t('editor.newTitle') : t('editor.editTitle')}</h2>
            {intro !== null && <p className={styles['intro']}>{intro}</p>}
            {failure !== null && (
              <div role="alert" className={styles['failure']}>
                <strong>{t('editor.notSaved')}</strong>
                <p>{problemSentence(failure)}</p>
              </div>
            )}
            <MainFields isNew={id === null} />
            <hr className={styles['rule']} />
            <LaunchFields />
            <hr className={styles['rule']} />
            <AdvancedFields open={advanced} onOpenChange={setAdvanced} />
          </div>
        </div>
        {trial.tried !== null && <TrialPanel tried={trial.tried} />}
        <footer className={styles['footer']} data-bottom-bar>
          <div className={styles['try']}>
            <Button
              title={t('trial.hint')}
              onClick={() => void form.handleSubmit((values) => trial.begin(toDraft(values)), refuse)()}
            >
              {t('trial.begin')}
            </Button>
          </div>
          <Button onClick={discard}>{isDirty ? t('draft.discard') : t('cancel')}</Button>
          <Button look="primary" type="submit" aria-disabled={isSubmitting}>
            {t('save')}
          </Button>
        </footer>
      </form>
    </FormProvider>
  );
}
