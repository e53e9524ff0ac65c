import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../state/store-context.tsx';
import { Section } from '../settings/section.tsx';
import { VaultForm } from './vault-form.tsx';
import { inForceSentence, lockSentence } from './vault-texts.ts';

/** In the settings: what protects the sequences, and how to change that. */
export function VaultSection() {
  const { t } = useTranslation();
  const vault = useAppState((state) => state.vault);
  const [changed, setChanged] = useState(0);
  return (
    <Section title={t('vault.settingsTitle')} help="vault">
      <p>{inForceSentence(vault)}</p>
      {vault.state === 'locked' && <p>{lockSentence(vault)}</p>}
      {vault.state === 'open' && <VaultForm key={changed} onChosen={() => setChanged(changed + 1)} />}
      {changed > 0 && <p role="status">{t('vault.changed')}</p>}
    </Section>
  );
}
