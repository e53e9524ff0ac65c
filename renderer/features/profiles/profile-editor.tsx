import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Launcher } from '../../../shared/model/app-state.ts';
import { systemHoldMs } from '../../../shared/model/defaults.ts';
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
  readonly onDirtyChange: (dirty: boolean) => void;
  readonly onSaved: (id: string) => void;
  readonly onLeave: () => void;
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly values: FormValues }
  | { readonly state: 'failed'; readonly problem: Problem };

/** A server that is yet to be set up: it will run knockd, and nobody has chosen its sequence. */
function serverDraft(draft: ProfileDraft): ProfileDraft {
  return { ...draft, serverKind: 'knockd', sequence: [...randomSequence(KNOCKS, randomWords, [draft.door.port])] };
}

/** Fetches the profile (its sequences are asked for only here), then shows the form. */
export function ProfileEditor({ editing, onDirtyChange, onSaved, onLeave }: ProfileEditorProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const platform = useAppState((state) => state.platform);
  const { gapMs, holdMs } = useAppState((state) => state.settings);
  const launchers: readonly Launcher[] = useAppState((state) => state.launchers);
  const vault = useAppState((state) => state.vault.state);
  const id = editing.kind === 'edit' ? editing.id : null;
  const draft = emptyDraft(holdMs ?? systemHoldMs(platform), gapMs);
  const forServer = editing.kind === 'new' && editing.forServer === true;
  const [loaded, setLoaded] = useState<Loaded>(() =>
    id === null ? { state: 'ready', values: toForm(forServer ? serverDraft(draft) : draft) } : { state: 'loading' },
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a vault that has been opened since is asked again.
  useEffect(() => {
    // A terminal may have been installed since the last look; the answer comes back as a push.
    void bridge.invoke('launchers:detect');
    if (id === null) return;
    let wanted = true;
    void bridge.invoke('profiles:read', id).then((answer) => {
      if (!wanted) return;
      setLoaded(
        answer.ok ? { state: 'ready', values: toForm(answer.value) } : { state: 'failed', problem: answer.problems[0] },
      );
    });
    return () => {
      wanted = false;
    };
  }, [bridge, id, vault]);

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
      launchers={launchers}
      onDirtyChange={onDirtyChange}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  );
}
