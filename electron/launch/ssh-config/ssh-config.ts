import { join } from 'node:path';
import { type SshConfigPlan, suggestAlias } from '../../../shared/model/ssh-config.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { reasonOf } from '../watch.ts';
import { type SshProfile, sshBlock } from './block.ts';
import {
  addInclude,
  INCLUDE,
  isIncluded,
  OWN_FILE,
  partsOf,
  removeInclude,
  withoutPart,
  withPart,
} from './config-text.ts';
import { backUp, readText, removeFile, writeText } from './files.ts';

export interface SshConfigDeps {
  /** The person's `.ssh`, absolute. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** `toctoc` as arguments; see {@link ownCommand}. */
  readonly ownCommand: () => Promise<Result<readonly string[]>>;
  /** Where the profiles are, when that is not the usual place. */
  readonly dataFolder: string | null;
}

/**
 * "Use with ssh": plain ssh knocks by itself. Our blocks stand in a file of their own, which the person's configuration
 * includes by one line; taking the last block away leaves that configuration byte by byte as it was.
 */
export class SshConfig {
  readonly #deps: SshConfigDeps;
  readonly #config: string;
  readonly #own: string;
  /** What deleted profiles were called there. */
  readonly #forgotten = new Map<string, string>();
  /** One change at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: SshConfigDeps) {
    this.#deps = deps;
    this.#config = join(deps.folder, 'config');
    this.#own = join(deps.folder, OWN_FILE);
  }

  /**
   * What adding this profile would write, or what is there.
   *
   * @param alias what ssh is to call it; `null`: as it is called now, or a suggestion
   * @returns also `ssh-alias-taken`, `ssh-config-unwritable`, or what {@link ownCommand} refuses
   */
  look(profile: SshProfile, alias: string | null): Promise<Result<SshConfigPlan>> {
    return this.#guarded(async () => {
      const parts = partsOf(await readText(this.#own));
      const mine = parts.find(({ id }) => id === profile.id);
      const name = alias ?? mine?.alias ?? suggestAlias(profile.name, profile.host);
      if (parts.some((part) => part.id !== profile.id && part.alias === name)) {
        return fail({ code: 'ssh-alias-taken', field: 'alias', params: { alias: name } });
      }
      const { platform, ownCommand, dataFolder } = this.#deps;
      const toctoc = await ownCommand();
      if (!toctoc.ok) return toctoc;
      const included = isIncluded(await readText(this.#config));
      return ok({
        alias: name,
        added: mine !== undefined,
        block: sshBlock(profile, name, { platform, toctoc: toctoc.value, dataFolder }),
        ownFile: this.#own,
        configFile: this.#config,
        include: included ? null : INCLUDE,
      });
    });
  }

  /** Writes what {@link look} shows. The configuration is copied before it gets its line. */
  add(profile: SshProfile, alias: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const plan = await this.look(profile, alias);
      if (!plan.ok) return plan;
      await writeText(this.#own, withPart(await readText(this.#own), profile.id, plan.value.block));
      const config = await readText(this.#config);
      const changed = addInclude(config);
      if (changed !== config) {
        await backUp(this.#config);
        await writeText(this.#config, changed);
      }
      return ok(null);
    });
  }

  /** Takes a profile's block away, and with the last one the file and the line that includes it. */
  remove(profileId: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const before = await readText(this.#own);
      const own = withoutPart(before, profileId);
      if (own === before) return ok(null);
      if (own !== '') {
        await writeText(this.#own, own);
        return ok(null);
      }
      // The line first: a configuration must never include what is gone.
      const config = await readText(this.#config);
      const changed = removeInclude(config);
      if (changed !== config) {
        // Nothing but our lines: the file was made for them.
        if (changed === '') await removeFile(this.#config);
        else {
          await backUp(this.#config);
          await writeText(this.#config, changed);
        }
      }
      await removeFile(this.#own);
      return ok(null);
    });
  }

  /** A profile was changed: its block, where it has one, says what it says now. */
  refresh(profile: SshProfile): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const mine = partsOf(await readText(this.#own)).find(({ id }) => id === profile.id);
      if (mine === undefined) return ok(null);
      const plan = await this.look(profile, mine.alias);
      if (!plan.ok) return plan;
      if (plan.value.block !== mine.block) {
        await writeText(this.#own, withPart(await readText(this.#own), profile.id, plan.value.block));
      }
      return ok(null);
    });
  }

  /** A profile was deleted: its block goes, and comes back with it. */
  async forget(profileId: string): Promise<Result<null>> {
    const text = await readText(this.#own).catch(() => '');
    const mine = partsOf(text).find(({ id }) => id === profileId);
    if (mine === undefined) return ok(null);
    this.#forgotten.set(profileId, mine.alias);
    return this.remove(profileId);
  }

  /** A deleted profile is back. */
  async bringBack(profile: SshProfile): Promise<Result<null>> {
    const alias = this.#forgotten.get(profile.id);
    this.#forgotten.delete(profile.id);
    return alias === undefined ? ok(null) : this.add(profile, alias);
  }

  #inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#last.then(() => this.#guarded(work));
    this.#last = turn;
    return turn;
  }

  async #guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch (error) {
      const file = error instanceof Error && 'path' in error ? String(error.path) : this.#config;
      return fail({ code: 'ssh-config-unwritable', params: { file, reason: reasonOf(error) } });
    }
  }
}
