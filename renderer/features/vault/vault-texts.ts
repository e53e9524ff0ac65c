import i18next from 'i18next';
import type { VaultView } from '../../../shared/model/vault.ts';
import { assertNever } from '../../../shared/result.ts';

/** A keychain as people know it. */
function backendName(backend: string | null): string {
  if (backend?.startsWith('kwallet')) return i18next.t('vault.backends.kwallet');
  switch (backend) {
    case 'gnome_libsecret':
    case 'keychain':
    case 'dpapi':
      return i18next.t(`vault.backends.${backend}`);
    default:
      return i18next.t('vault.backends.other');
  }
}

/** Why the profiles are locked, and what to do about it. */
export function lockSentence({ reason, backend }: VaultView): string {
  switch (reason) {
    case null:
      return '';
    case 'keychain-absent':
      return i18next.t('vault.reasons.keychain-absent', { backend: backendName(backend) });
    case 'passphrase':
    case 'keychain-changed':
    case 'keychain-silent':
      return i18next.t(`vault.reasons.${reason}`);
    default:
      return assertNever(reason);
  }
}

/** What protects the sequences now. */
export function inForceSentence({ mode, backend }: VaultView): string {
  switch (mode) {
    case null:
      return i18next.t('vault.inForce.none');
    case 'keychain':
      return i18next.t('vault.inForce.keychain', { backend: backendName(backend) });
    case 'passphrase':
    case 'readable':
      return i18next.t(`vault.inForce.${mode}`);
    default:
      return assertNever(mode);
  }
}
