import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type AddressTest, bestVerdict, type HostTest } from '../../../shared/model/host-test.ts';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { formatMoment, problemSentence } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './host-test.module.css';
import type { HostTesting } from './use-host-test.ts';

interface HostTestPanelProps {
  readonly profile: ProfileSummary;
  readonly testing: HostTesting;
  readonly onSetup: (() => void) | null;
}

/** What a test of the host found, step by step, and what that means. */
export function HostTestPanel({ profile, testing, onSetup }: HostTestPanelProps) {
  const { t } = useTranslation();
  const { current, begin, cancel } = testing;
  return (
    <div className={styles['test']} aria-live="polite" data-state={current.state}>
      {current.state === 'going' && (
        <p className={styles['going']}>
          {t('hostTest.going')} <Button onClick={cancel}>{t('hostTest.cancel')}</Button>
        </p>
      )}
      {current.state === 'done' && (
        <>
          <h3>{t('hostTest.title')}</h3>
          <Found test={current.test} profile={profile} />
          <div className={styles['actions']}>
            <Button onClick={() => void begin()}>{t('hostTest.again')}</Button>
            {onSetup !== null && leadsToServer(current.test) && (
              <Button onClick={onSetup}>{t('serverSetup.action')}</Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** Packets arrive, so that what is left to look at is the server's side. */
function leadsToServer(test: HostTest): boolean {
  if (test.result !== 'tested') return false;
  const { verdict } = bestVerdict(test.addresses);
  return verdict === 'guarded' || verdict === 'refused';
}

function Found({ test, profile }: { readonly test: HostTest; readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  if (test.result === 'busy') return <p>{t('hostTest.busy')}</p>;
  if (test.result === 'failed') return <p>{problemSentence(test.problem)}</p>;
  if (test.result === 'cancelled') return null;
  const { verdict, address } = bestVerdict(test.addresses);
  const where = { port: profile.doorPort, address: address.address };
  return (
    <>
      <p>
        <strong>{t(`hostTest.verdict.${verdict}`, where)}</strong> {t(`hostTest.hint.${verdict}`, where)}
      </p>
      <ul className={styles['steps']}>
        {test.addresses.map((one) => (
          <Steps key={one.address} test={one} port={profile.doorPort} />
        ))}
      </ul>
    </>
  );
}

function Steps({ test, port }: { readonly test: AddressTest; readonly port: number }) {
  const { t } = useTranslation();
  const { address, from, door, rttMs, othersAnswered } = test;
  if (from === null || door === null) return <Step good={false}>{t('hostTest.noRoute', { address })}</Step>;
  const time = rttMs === null ? '' : formatMoment(rttMs);
  return (
    <>
      <Step good>{t('hostTest.route', { address, from })}</Step>
      {door === 'silent' ? (
        <Step good={null}>{t('hostTest.doorSilent', { port })}</Step>
      ) : (
        <Step good={door === 'open'}>
          {door === 'open' ? t('hostTest.doorOpen', { port, time }) : t('hostTest.doorRefused', { port, time })}
        </Step>
      )}
      {test.banner !== null && <Step good>{t('hostTest.banner', { banner: test.banner })}</Step>}
      {othersAnswered === true && <Step good>{t('hostTest.others', { time })}</Step>}
      {othersAnswered === false && <Step good={false}>{t('hostTest.noOthers')}</Step>}
    </>
  );
}

/** `good: null` is neither: a silent door is what a firewall is for. The sentence says it without the sign. */
function Step({ good, children }: { readonly good: boolean | null; readonly children: string }) {
  const Sign = good === null ? Minus : good ? Check : X;
  return (
    <li data-good={good ?? 'neither'}>
      <Sign size={15} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
