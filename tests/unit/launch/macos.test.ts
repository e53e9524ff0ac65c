import { describe, expect, it } from 'vitest';
import { macosFinder, spotlightArguments } from '../../../electron/launch/finders/macos.ts';
import { MACOS_TERMINALS } from '../../../electron/launch/terminals/macos.ts';
import { terminalStart } from '../../../electron/launch/terminals/terminal.ts';

const COMMAND = ['/usr/bin/ssh', '-p', '22', '--', 'it"s; $(x) & \\ ü'];

function start(id: string) {
  const [variant] = MACOS_TERMINALS.find((terminal) => terminal.id === id)?.variants ?? [];
  if (variant === undefined) throw new Error(`no ${id}`);
  return {
    ...terminalStart(variant, { title: 'Toctoc: “B”', profile: '', command: COMMAND }),
    file: variant.executable,
  };
}

describe('the terminals of macOS', () => {
  it('are these, each by its bundle id', () => {
    expect(MACOS_TERMINALS.map(({ id, variants: [first] }) => [id, first?.bundle])).toEqual([
      ['terminal', 'com.apple.Terminal'],
      ['iterm2', 'com.googlecode.iterm2'],
      ['ghostty', 'com.mitchellh.ghostty'],
    ]);
  });

  it('Ghostty gets the command as arguments', () => {
    expect(start('ghostty').argv).toEqual(['-n', '-b', 'com.mitchellh.ghostty', '--args', '-e', ...COMMAND]);
  });

  it('iTerm2’s script is the same for every command, which follows it as arguments', () => {
    const { file, argv } = start('iterm2');
    expect(file).toBe('/usr/bin/osascript');
    const script = argv.slice(0, -COMMAND.length);
    expect(script.filter((_, index) => index % 2 === 0)).toEqual(script.filter((word) => word === '-e'));
    expect(script.join('\n')).not.toMatch(/ssh|server|Toctoc/);
    expect(argv.slice(-COMMAND.length)).toEqual(COMMAND);
  });

  it('Terminal is handed a file', () => {
    const { file, argv, script } = start('terminal');
    expect([file, argv]).toEqual(['/usr/bin/open', ['-b', 'com.apple.Terminal']]);
    expect(script?.split('\n').at(-2)).toBe(`exec /usr/bin/ssh -p 22 -- 'it"s; $(x) & \\ ü'`);
  });
});

describe('an app is found', () => {
  const finder = (there: readonly string[], spotlight: string | null = null) =>
    macosFinder({
      environment: { HOME: '/Users/ann', PATH: '/usr/bin' },
      isThere: async (path) => there.includes(path),
      read: async (file, argv) => (file === '/usr/bin/mdfind' && argv.length === 1 ? spotlight : null),
    });

  it('in its usual place, in the person’s own, or by Spotlight', async () => {
    const iterm = 'com.googlecode.iterm2';
    expect(await finder(['/Applications/iTerm.app']).app(iterm)).toBe(true);
    expect(await finder(['/Users/ann/Applications/iTerm.app']).app(iterm)).toBe(true);
    expect(await finder([], '/Volumes/Data/My Apps/iTerm.app\n').app(iterm)).toBe(true);
    expect(await finder([], '').app(iterm)).toBe(false);
    expect(await finder([]).app(iterm)).toBe(false);
  });

  it('by an id that is one', () => {
    expect(spotlightArguments('com.apple.Terminal')).toEqual(["kMDItemCFBundleIdentifier == 'com.apple.Terminal'"]);
    expect(() => spotlightArguments("x' || kMDItemKind == 'y")).toThrow();
  });
});
