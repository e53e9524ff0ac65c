import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemHoldMs } from '../../../shared/model/defaults.ts';
import { type DraftFields, NEW_DRAFT, NEW_SERVER_DRAFT } from '../../../shared/model/draft.ts';
import { emptyDraft, type ProfileDraft } from '../../../shared/model/profile.ts';
import { KNOCKS, randomSequence } from '../../../shared/model/random-sequence.ts';
import type { Problem } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { randomWords } from '../../random-words.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import type { Pane } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { type FormValues, toForm } from './form.ts';
import styles from './profile-editor.module.css';
import { ProfileForm } from './profile-form.tsx';

interface ProfileEditorProps {
  readonly editing: Extract<Pane, { kind: 'new' | 'edit' }>;
  readonly onSaved: (id: string) => void;
  readonly onLeave: () => void;
  /** Shows this editor again. */
  readonly onReopen: () => void;
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly values: FormValues; readonly kept: DraftFields | null }
  | { readonly state: 'failed'; readonly problem: Problem };

/** A server that is yet to be set up: it will run knockd, and nobody has chosen its sequence. */
function serverDraft(draft: ProfileDraft): ProfileDraft {
  return { ...draft, serverKind: 'knockd', sequence: [...randomSequence(KNOCKS, randomWords, [draft.door.port])] };
}

/** Fetches the profile (its sequences are asked for only here), then shows the form. */
export function ProfileEditor({ editing, onSaved, onLeave, onReopen }: ProfileEditorProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const platform = useAppState((state) => state.platform);
  const { gapMs, holdMs } = useAppState((state) => state.settings);
  const vault = useAppState((state) => state.vault.state);
  const id = editing.kind === 'edit' ? editing.id : null;
  const draft = emptyDraft(holdMs ?? systemHoldMs(platform), gapMs);
  const forServer = editing.kind === 'new' && editing.forServer === true;
  const draftKey = id ?? (forServer ? NEW_SERVER_DRAFT : NEW_DRAFT);
  const [fresh] = useState(() => toForm(forServer ? serverDraft(draft) : draft));
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });

  useEffect(() => {
    // A program may be installed while the editor is open: the window is come back to then.
    const look = () => void bridge.invoke('launchers:detect');
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [bridge]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a vault that has been opened since is asked again.
  useEffect(() => {
    // A terminal may have been installed since the last look; the answer comes back as a push.
    void bridge.invoke('launchers:detect');
    let wanted = true;
    const load = async (): Promise<Loaded> => {
      const draft = await bridge.invoke('drafts:read', draftKey);
      const kept = draft.ok ? draft.value : null;
      if (id === null) return { state: 'ready', values: fresh, kept };
      const answer = await bridge.invoke('profiles:read', id);
      return answer.ok
        ? { state: 'ready', values: toForm(answer.value), kept }
        : { state: 'failed', problem: answer.problems[0] };
    };
    void load().then((next) => wanted && setLoaded(next));
    return () => {
      wanted = false;
    };
  }, [bridge, id, draftKey, fresh, vault]);

  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed')
    return (
      <div className={styles['failed']} role="alert">
        <p>{problemSentence(loaded.problem)}</p>
        <Button onClick={onLeave}>{t('back')}</Button>
      </div>
    );
  return (
    <ProfileForm
      id={id}
      initial={loaded.values}
      intro={forServer ? t('editor.forServer') : null}
      kept={loaded.kept}
      draftKey={draftKey}
      onSaved={onSaved}
      onLeave={onLeave}
      onReopen={onReopen}
    />
  );
}
