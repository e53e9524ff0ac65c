import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { formatCountdown } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import styles from './keep-open.module.css';
import { useCountdown } from './use-countdown.ts';
import { useRuns } from './use-runs.ts';

/** The switch of a door that is knocked on again and again; none where the profile does not say how often. */
export function KeepOpen({ profile }: { readonly profile: ProfileSummary }) {
  const { t } = useTranslation();
  const { keepOpen } = useRuns();
  const kept = useAppState((state) => state.keptOpen.find(({ profileId }) => profileId === profile.id));
  const minutes = profile.keepOpenMinutes;
  if (kept === undefined && minutes === null) return null;
  return (
    <div className={styles['card']}>
      <SwitchField
        label={t('keepOpen.label')}
        hint={
          // Counted anew from each knock: a clock that stood still would show the last one's second.
          kept === undefined ? t('keepOpen.off', { count: minutes ?? 0 }) : <Next key={kept.nextAtMs} {...kept} />
        }
        checked={kept !== undefined}
        onChange={(on) => keepOpen(profile.id, on)}
      />
    </div>
  );
}

/** Not in a live region: it is there to be looked at, or read when the switch is. */
function Next({ nextAtMs }: { readonly nextAtMs: number }) {
  const { t } = useTranslation();
  const seconds = useCountdown(nextAtMs);
  if (seconds === 0) return t('keepOpen.now');
  return (
    <span className={styles['next']}>
      {t('keepOpen.next')} {formatCountdown(seconds)}
    </span>
  );
}
