import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';
import { type IconFacts, iconFile, iconView } from '../../../electron/window/tray-icon.ts';
import { summarise } from '../../../shared/model/profile.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import { en } from '../../../shared/text/en.ts';
import { aProfile, aRun } from '../../fakes/profiles.ts';

const calm: IconFacts = { profiles: [summarise(aProfile())], runs: [], keptOpen: [], justEnded: null };
const view = (facts: Partial<IconFacts>) => iconView({ ...calm, ...facts }, en);
const ended = (outcome: Outcome) => aRun({ phase: 'done', outcome });
const open = { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false } as const;

describe('the tray’s icon', () => {
  it('rests', () => expect(view({})).toEqual({ icon: 'idle', toolTip: 'Toctoc' }));

  it('knocks, and names whom', () => {
    const going = aRun({ phase: 'looking' });
    expect(view({ runs: [going], justEnded: ended(open) })).toEqual({
      icon: 'knocking',
      toolTip: 'Toctoc: Web server',
    });
  });

  it('tells how it ended', () => {
    expect(view({ justEnded: ended(open) })).toEqual({ icon: 'open', toolTip: 'Toctoc: Web server is open' });
    const shut = ended({ result: 'not-open', door: 'silent', attempts: 1, everOpened: false });
    expect(view({ justEnded: shut })).toEqual({ icon: 'failed', toolTip: 'Toctoc: Web server did not open' });
    expect(view({ justEnded: ended({ result: 'failed', problem: { code: 'internal' } }) }).icon).toBe('failed');
    const unlaunched = { ...ended(open), launch: { state: 'failed', problem: { code: 'ssh-missing' } } } as const;
    const toolTip = 'Toctoc: Web server is open, but its session did not start';
    expect(view({ justEnded: unlaunched })).toEqual({ icon: 'failed', toolTip });
    expect(view({ justEnded: ended({ result: 'cancelled' }) }).icon).toBe('idle');
  });

  it('stays open while a door is kept open', () => {
    const keptOpen = [{ profileId: 'web', nextAtMs: 1 }];
    expect(view({ keptOpen })).toEqual({ icon: 'open', toolTip: 'Toctoc keeps open: Web server' });
  });

  it.each([
    ['linux', false, 'KDE', 'idle-on-light.png'],
    ['linux', true, 'KDE', 'idle-on-dark.png'],
    ['linux', false, 'ubuntu:GNOME', 'idle-on-dark.png'],
    ['win32', true, '', 'idle-on-dark.ico'],
    ['win32', false, '', 'idle-on-light.ico'],
    ['darwin', true, '', 'idleTemplate.png'],
  ] as const)('on %s, dark %s, desktop “%s”: %s', (platform, dark, desktop, file) => {
    expect(iconFile('idle', { platform, dark, desktop })).toBe(file);
    for (const icon of ['idle', 'knocking', 'open', 'failed'] as const) {
      const path = join(projectRoot, 'build/icons/tray', iconFile(icon, { platform, dark, desktop }));
      expect(existsSync(path), path).toBe(true);
    }
  });
});
