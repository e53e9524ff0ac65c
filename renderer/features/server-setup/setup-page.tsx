import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Problem } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SetupForm } from './setup-form.tsx';

interface SetupPageProps {
  readonly id: string;
  readonly onLeave: () => void;
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly profile: Profile }
  | { readonly state: 'failed'; readonly problem: Problem };

/** The server's side of a profile. Its sequences are asked for when this opens, as the editor does. */
export function SetupPage({ id, onLeave }: SetupPageProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const vault = useAppState((state) => state.vault.state);
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a vault that has been opened since is asked again.
  useEffect(() => {
    let wanted = true;
    void bridge.invoke('profiles:read', id).then((answer) => {
      if (!wanted) return;
      setLoaded(
        answer.ok ? { state: 'ready', profile: answer.value } : { state: 'failed', problem: answer.problems[0] },
      );
    });
    return () => {
      wanted = false;
    };
  }, [bridge, id, vault]);

  if (loaded.state === 'loading') return null;
  return (
    <Page loose>
      <div>
        <Button look="quiet" onClick={onLeave}>
          <ArrowLeft size={16} aria-hidden />
          {t('serverSetup.back')}
        </Button>
      </div>
      {loaded.state === 'failed' ? (
        <p role="alert">{problemSentence(loaded.problem)}</p>
      ) : (
        <SetupForm
          key={loaded.profile.id}
          profile={loaded.profile}
          onProfile={(profile) => setLoaded({ state: 'ready', profile })}
        />
      )}
    </Page>
  );
}
