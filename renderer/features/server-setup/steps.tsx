import { Tabs } from '@base-ui/react/tabs';
import { ArrowRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupAnswers } from '../../../shared/formats/server-setup/answers.ts';
import {
  SETUP_STEPS,
  type ServerSetup,
  type SetupStep,
  type SetupStepId,
} from '../../../shared/formats/server-setup/setup.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RunPanel } from '../knock/run-panel.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './setup.module.css';

interface StepsProps {
  readonly setup: ServerSetup;
  readonly answers: SetupAnswers;
  readonly profileId: string;
  readonly onApply: () => void;
}

/** One tab per step, in the order in which they are safe; what undoes them stands apart. */
export function Steps({ setup, answers, profileId, onApply }: StepsProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<SetupStepId>('prepare');
  const tabs = useRef(new Map<SetupStepId, HTMLElement>());

  function goTo(id: SetupStepId): void {
    setShown(id);
    // It scrolls to the step's beginning too: the button that was pressed stands at the end of a long page.
    tabs.current.get(id)?.focus();
  }

  return (
    <Tabs.Root value={shown} onValueChange={setShown} className={styles['tabs']}>
      <Tabs.List aria-label={t('serverSetup.steps')} className={styles['tabList']}>
        {setup.steps.map(({ id }, index) => (
          <Tabs.Tab
            key={id}
            ref={(tab: HTMLElement | null) => {
              if (tab !== null) tabs.current.set(id, tab);
            }}
            value={id}
            className={styles['tab']}
            data-apart={id === 'undo' || undefined}
          >
            {id !== 'undo' && (
              <span aria-hidden className={styles['number']}>
                {index + 1}
              </span>
            )}
            {t(`serverSetup.step.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {setup.steps.map((step) => (
        <Tabs.Panel key={step.id} value={step.id} className={styles['panel']}>
          <p>{t(`serverSetup.text.${step.id}`)}</p>
          {step.id === 'test' && <Test profileId={profileId} seqTimeoutS={setup.seqTimeoutS} onApply={onApply} />}
          {step.id === 'keep' && forgetsTimers(answers) && <p>{t('serverSetup.timers')}</p>}
          <Blocks step={step} />
          <Next after={step.id} onGo={goTo} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

/** Whether a restart of knockd leaves open doors open: it counts by itself where nftables does not. */
function forgetsTimers({ closing, firewall }: SetupAnswers): boolean {
  return closing === 'timed' && firewall !== 'nftables';
}

/** To the step that follows, where one does: nobody is led on to undoing what works. */
function Next({ after, onGo }: { readonly after: SetupStepId; readonly onGo: (id: SetupStepId) => void }) {
  const { t } = useTranslation();
  const next = SETUP_STEPS[SETUP_STEPS.indexOf(after) + 1];
  if (next === undefined || next === 'undo') return null;
  return (
    <div>
      <Button look="primary" onClick={() => onGo(next)}>
        {t('serverSetup.next', { step: t(`serverSetup.step.${next}`) })}
        <ArrowRight size={16} aria-hidden />
      </Button>
    </div>
  );
}

function Blocks({ step }: { readonly step: SetupStep }) {
  return step.blocks.map((block) => <CodeBlock key={block.id} block={block} />);
}

interface TestProps {
  readonly profileId: string;
  readonly seqTimeoutS: number;
  readonly onApply: () => void;
}

/** The profile itself, run from here; and what it should remember about this server. */
function Test({ profileId, seqTimeoutS, onApply }: TestProps) {
  const { t } = useTranslation();
  const profile = useAppState((state) => state.profiles.find(({ id }) => id === profileId));
  const run = useAppState((state) => state.runs.find((one) => one.profileId === profileId));
  if (profile === undefined) return null;
  return (
    <>
      <section aria-label={t('serverSetup.test')} className={styles['block']}>
        <h3 className={styles['blockTitle']}>{t('serverSetup.test')}</h3>
        <p className={styles['soft']}>{t('serverSetup.testHint')}</p>
        <RunPanel profile={profile} run={run} onSetup={null} />
      </section>
      <div className={styles['apply']}>
        <Button onClick={onApply}>{t('serverSetup.apply')}</Button>
        <p className={styles['soft']}>{t('serverSetup.applyHint', { seconds: seqTimeoutS })}</p>
      </div>
    </>
  );
}
