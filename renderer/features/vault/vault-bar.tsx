import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_ID } from '../../../shared/model/profile.ts';
import { mustChoose } from '../../../shared/model/vault.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import bar from '../../ui/bar.module.css';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { ChooseDialog } from './choose-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';
import styles from './vault.module.css';
import { lockSentence } from './vault-texts.ts';

/** Above everything, as long as something is to be done: unlock, or choose how sequences are kept. */
export function VaultBar() {
  const vault = useAppState((state) => state.vault);
  const own = useAppState((state) => state.profiles.some(({ id }) => id !== PRACTICE_ID));
  if (vault.state === 'locked') return <LockedBar />;
  return mustChoose(vault) && own ? <UndecidedBar /> : null;
}

function LockedBar() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const vault = useAppState((state) => state.vault);
  const [asking, setAsking] = useState<'passphrase' | 'start-over' | null>(null);
  const byPassphrase = vault.reason === 'passphrase';
  const [stillLocked, setStillLocked] = useState(false);

  async function askAgain(): Promise<void> {
    const answer = await bridge.invoke('vault:unlock', { passphrase: null });
    setStillLocked(!answer.ok);
  }

  async function restart(): Promise<void> {
    const answer = await bridge.invoke('vault:restart');
    if (!answer.ok) tell.failure(answer.problems);
  }

  async function startOver(): Promise<void> {
    setAsking(null);
    const answer = await bridge.invoke('vault:start-over');
    if (!answer.ok) tell.failure(answer.problems);
  }

  return (
    <div role="alert" className={bar['bar']}>
      <Lock size={18} aria-hidden />
      <p>
        <strong>{t('vault.lockedTitle')}.</strong> {lockSentence(vault)}
        {stillLocked && ` ${t('vault.restartHint')}`} <HelpLink page="vault" />
        {/* Away from the buttons: it is not what one usually wants. */}
        <button type="button" className={styles['startOver']} onClick={() => setAsking('start-over')}>
          {t('vault.startOver')}
        </button>
      </p>
      {stillLocked && <Button onClick={() => void restart()}>{t('vault.restart')}</Button>}
      <Button look="primary" onClick={() => (byPassphrase ? setAsking('passphrase') : void askAgain())}>
        {byPassphrase ? t('vault.unlock') : t('vault.again')}
      </Button>
      <UnlockDialog open={asking === 'passphrase'} onClose={() => setAsking(null)} />
      <Confirm
        open={asking === 'start-over'}
        title={t('vault.startOverTitle')}
        text={t('vault.startOverText')}
        stay={t('vault.startOverStay')}
        leave={t('vault.startOverLeave')}
        onStay={() => setAsking(null)}
        onLeave={() => void startOver()}
      />
    </div>
  );
}

function UndecidedBar() {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  return (
    <div role="status" className={bar['bar']}>
      <LockOpen size={18} aria-hidden />
      <p>{t('vault.undecided')}</p>
      <Button onClick={() => setChoosing(true)}>{t('vault.choose')}</Button>
      <ChooseDialog open={choosing} onClose={() => setChoosing(false)} onChosen={() => setChoosing(false)} />
    </div>
  );
}
