import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { app } from 'electron';
import type { DesktopState } from '../../shared/model/app-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';
import { autostartEntry, autostartFile, isEnabled } from './autostart-entry.ts';
import { QUICK_PICK_WORD } from './launch-request.ts';
import { type OwnProgram, ownProgram } from './own-program.ts';

const HIDDEN = '--hidden';
/** Switches that a start at login needs as well: another data folder, and root's. */
const KEPT = /^--(?:user-data-dir=|no-sandbox$)/;

/** Start at login, hidden: read from the system and written there, never remembered by us. */
export class Autostart {
  readonly #program: OwnProgram = ownProgram({
    platform: process.platform,
    env: process.env,
    execPath: process.execPath,
    packaged: app.isPackaged,
    appPath: app.getAppPath(),
    switches: process.argv.slice(1).filter((word) => KEPT.test(word)),
  });
  readonly #file = autostartFile(process.env, homedir());

  /** How to start this copy again; `null`: no path to it lasts. */
  get program(): Extract<OwnProgram, { lasts: true }> | null {
    return this.#program.lasts ? this.#program : null;
  }

  /** What opens the quick pick of this copy, for a shortcut of the desktop's. */
  get quickPickCommand(): string {
    const words = this.program === null ? [process.execPath] : [this.program.file, ...this.program.args];
    return [...words, QUICK_PICK_WORD].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
  }

  /** As the system has it now: other programs change it as well. */
  get state(): DesktopState['autostart'] {
    const problem = this.#program.lasts ? null : this.#program.problem;
    if (process.platform === 'linux') return { on: isEnabled(read(this.#file)), problem };
    return { on: app.getLoginItemSettings(this.#item()).openAtLogin, problem };
  }

  /** What cannot last is refused; taking it back always works. */
  change(on: boolean): Result<null> {
    if (on && !this.#program.lasts) return fail(this.#program.problem);
    try {
      if (process.platform === 'linux') this.#write(on);
      else app.setLoginItemSettings({ openAtLogin: on, ...this.#item() });
      return ok(null);
    } catch (error) {
      return fail({ code: 'autostart-failed', params: { file: this.#file, reason: errorCode(error) } });
    }
  }

  #item() {
    // macOS starts the bundle, without words: see `startedAtLogin`.
    if (process.platform === 'darwin' || !this.#program.lasts) return {};
    return { path: this.#program.file, args: [...this.#program.args, HIDDEN] };
  }

  #write(on: boolean): void {
    if (!on) rmSync(this.#file, { force: true });
    if (!on || !this.#program.lasts) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, autostartEntry([this.#program.file, ...this.#program.args, HIDDEN]));
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
