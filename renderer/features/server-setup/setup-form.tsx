import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { SetupAnswersSchema } from '../../../shared/formats/server-setup/answers.ts';
import { serverSetup } from '../../../shared/formats/server-setup/setup.ts';
import { unusedLines } from '../../../shared/model/one-time.ts';
import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import { randomSequence } from '../../../shared/model/random-sequence.ts';
import { knocksOf, type Sequence, type Step } from '../../../shared/model/sequence.ts';
import { problemSentence, spokenTexts } from '../../i18n.ts';
import { randomWords } from '../../random-words.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { type AnswerTexts, answerErrors, firstTexts, readAnswers } from './answer-texts.ts';
import { Answers } from './answers.tsx';
import styles from './setup.module.css';
import { Steps } from './steps.tsx';
import { Warnings } from './warnings.tsx';

const OPEN_KNOCKS = 4;
const CLOSE_KNOCKS = 3;

interface SetupFormProps {
  readonly profile: Profile;
  /** It was saved with changes that belong to this server. */
  readonly onProfile: (profile: Profile) => void;
}

/** The questions, and under them what follows from the answers. */
export function SetupForm({ profile, onProfile }: SetupFormProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [texts, setTexts] = useState<AnswerTexts>(() => firstTexts(profile));
  const parsed = useMemo(() => v.safeParse(SetupAnswersSchema, readAnswers(texts)), [texts]);
  const setup = useMemo(() => {
    if (!parsed.success) return null;
    const list = profile.oneTime === null ? null : unusedLines(profile.oneTime);
    return serverSetup({ profile, answers: parsed.output, list, text: spokenTexts().setup });
  }, [parsed, profile]);

  async function change(changes: Partial<ProfileDraft>, done: string | null): Promise<void> {
    // As it is now: a run may have moved its one-time list on since.
    const now = await bridge.invoke('profiles:read', profile.id);
    if (!now.ok) return tell.failure(now.problems);
    const changed = { ...now.value, ...changes };
    const { id, doorSeenAt: _, ...draft } = changed;
    const saved = await bridge.invoke('profiles:save', { id, draft });
    if (!saved.ok) return tell.failure(saved.problems);
    onProfile(changed);
    if (done !== null) tell.done(done);
  }

  /** Ports that are neither the door's nor in any of these sequences. */
  function generated(count: number, others: readonly Sequence[]): Step[] {
    const avoid = others.flatMap((steps) => knocksOf(steps).map(({ port }) => port));
    return [...randomSequence(count, randomWords, parsed.success ? [parsed.output.servicePort, ...avoid] : avoid)];
  }

  function generateClose(): void {
    const others = [profile.sequence, ...(profile.oneTime?.sequences ?? [])];
    void change({ closeSequence: generated(CLOSE_KNOCKS, others) }, null);
  }

  function generate(): void {
    void change({ sequence: generated(OPEN_KNOCKS, [profile.closeSequence]) }, t('serverSetup.generated'));
  }

  const noClose = setup !== null && !setup.ok && setup.problems[0].code === 'close-sequence-missing';
  return (
    <>
      <header>
        <h2 className={styles['title']}>{t('serverSetup.title', { name: profile.name })}</h2>
        <p className={styles['soft']}>
          {t('serverSetup.intro')} <HelpLink page="server-setup" />
        </p>
      </header>
      <Answers texts={texts} errors={parsed.success ? {} : answerErrors(parsed.issues)} onChange={setTexts} />
      {setup === null && <p className={styles['soft']}>{t('serverSetup.mend')}</p>}
      {setup !== null && !setup.ok && (
        <div role="alert" className={styles['missing']}>
          <p>{noClose ? t('serverSetup.noClose') : problemSentence(setup.problems[0])}</p>
          {noClose && <Button onClick={generateClose}>{t('serverSetup.generateClose')}</Button>}
        </div>
      )}
      {setup?.ok === true && parsed.success && (
        <>
          <Warnings warnings={setup.value.warnings} onGenerate={profile.oneTime === null ? generate : null} />
          <Steps
            setup={setup.value}
            answers={parsed.output}
            profileId={profile.id}
            onApply={() =>
              void change(
                {
                  serverKind: 'knockd',
                  seqTimeoutS: setup.value.seqTimeoutS,
                  door: { ...profile.door, port: parsed.output.servicePort },
                },
                t('serverSetup.applied'),
              )
            }
          />
        </>
      )}
    </>
  );
}
