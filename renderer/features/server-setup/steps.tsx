import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import type { ServerSetup, SetupStep } from '../../../shared/formats/server-setup/setup.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RunPanel } from '../knock/run-panel.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './setup.module.css';

interface StepsProps {
  readonly setup: ServerSetup;
  readonly profileId: string;
  readonly onApply: () => void;
}

/** One tab per step, in the order in which they are safe. */
export function Steps({ setup, profileId, onApply }: StepsProps) {
  const { t } = useTranslation();
  return (
    <Tabs.Root defaultValue="prepare" className={styles['tabs']}>
      <Tabs.List aria-label={t('serverSetup.steps')} className={styles['tabList']}>
        {setup.steps.map(({ id }, index) => (
          <Tabs.Tab key={id} value={id} className={styles['tab']}>
            <span aria-hidden className={styles['number']}>
              {index + 1}
            </span>
            {t(`serverSetup.step.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {setup.steps.map((step) => (
        <Tabs.Panel key={step.id} value={step.id} className={styles['panel']}>
          <p>{t(`serverSetup.text.${step.id}`)}</p>
          {step.id === 'test' && <Test profileId={profileId} seqTimeoutS={setup.seqTimeoutS} onApply={onApply} />}
          <Blocks step={step} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
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
      <div className={styles['apply']}>
        <Button onClick={onApply}>{t('serverSetup.apply')}</Button>
        <p className={styles['soft']}>{t('serverSetup.applyHint', { seconds: seqTimeoutS })}</p>
      </div>
      <section aria-label={t('serverSetup.test')} className={styles['block']}>
        <h3 className={styles['blockTitle']}>{t('serverSetup.test')}</h3>
        <p className={styles['soft']}>{t('serverSetup.testHint')}</p>
        <RunPanel profile={profile} run={run} onSetup={null} />
      </section>
    </>
  );
}
