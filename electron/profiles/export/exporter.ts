import { knockCommandLine } from '../../../shared/formats/knock-command.ts';
import { profileDocument } from '../../../shared/formats/profile-document.ts';
import { type ExportFormat, MIN_PASSPHRASE } from '../../../shared/model/importing.ts';
import { PRACTICE_ID, type Profile } from '../../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { sealFile } from './sealed-file.ts';
import { sshConfigText } from './ssh-config-text.ts';

/** What is written out. The passphrase is for the sealed format alone. */
export interface ExportRequest {
  /** `null`: all of them. */
  readonly profileIds: readonly string[] | null;
  readonly format: ExportFormat;
  readonly passphrase: string;
}

export interface ExporterDeps {
  readonly profiles: () => Result<readonly Profile[]>;
}

/** What every format's file is called, before the person says otherwise. */
export const EXPORT_FILES: Readonly<Record<ExportFormat, string>> = {
  json: 'toctoc-profiles.json',
  sealed: 'toctoc-profiles.sealed.json',
  knock: 'knock-commands.txt',
  ssh: 'ssh-config.txt',
};

/** The chosen profiles as text. The practice server is this computer's own: it goes only where it is asked for. */
export async function exportText(request: ExportRequest, deps: ExporterDeps): Promise<Result<string>> {
  const all = deps.profiles();
  if (!all.ok) return all;
  const { profileIds, format, passphrase } = request;
  const wanted = profileIds === null ? null : new Set(profileIds);
  const chosen = all.value.filter(({ id }) => (wanted === null ? id !== PRACTICE_ID : wanted.has(id)));
  if (chosen.length === 0) return fail({ code: 'export-nothing' });
  switch (format) {
    case 'json':
      return ok(profileDocument(chosen));
    case 'sealed':
      if (passphrase.length < MIN_PASSPHRASE) {
        return fail({ code: 'passphrase-short', field: 'passphrase', params: { least: MIN_PASSPHRASE } });
      }
      return ok(await sealFile(profileDocument(chosen), passphrase));
    case 'knock':
      return ok(`${chosen.map(knockCommandLine).join('\n')}\n`);
    case 'ssh':
      return ok(sshConfigText(chosen));
  }
}
