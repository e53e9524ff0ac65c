import type { AboutFacts } from '../../../shared/model/about.ts';
import type { AppState } from '../../../shared/model/app-state.ts';

/** What a bug report needs of the state. Neither profiles nor folders: a report is public. */
export type VersionsState = Pick<AppState, 'version' | 'updates' | 'vault' | 'settings' | 'language'>;

/**
 * The versions as a few lines for a bug report. Always in English: so that whoever reads reports can compare them.
 */
export function versionsText(
  facts: AboutFacts,
  { version, updates, vault, settings, language }: VersionsState,
): string {
  const secrets = [
    vault.mode ?? 'undecided',
    vault.backend,
    vault.state === 'locked' ? `locked (${vault.reason})` : null,
  ];
  return [
    `Toctoc ${version} (${updates.kind})`,
    `Electron ${facts.electron}, Chromium ${facts.chromium}, Node ${facts.node}`,
    `${facts.system}, ${facts.release}, ${facts.arch}`,
    ...(facts.desktop === null ? [] : [`Desktop: ${facts.desktop}`]),
    `Secrets: ${secrets.filter((part) => part !== null).join(', ')}`,
    `Language: ${settings.language === 'system' ? language : settings.language}`,
    '',
  ].join('\n');
}
