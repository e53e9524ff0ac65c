import { describe, expect, it } from 'vitest';
import { only } from '../../../renderer/state/selection.ts';
import { FIRST_VIEW, nextView, type View } from '../../../renderer/state/view.ts';

const inSettings: View = nextView(FIRST_VIEW, { do: 'show', pane: { kind: 'settings' } });
const inHelp: View = nextView(inSettings, { do: 'help', place: 'vault' });

describe('the help', () => {
  it('lies over what is shown, and goes from page to page', () => {
    expect(inHelp).toEqual({ ...inSettings, help: 'vault' });
    expect(nextView(inHelp, { do: 'help', place: 'contents' })).toEqual({ ...inSettings, help: 'contents' });
  });

  it.each(['leave', 'back'] as const)('%s closes it, and nothing else', (action) => {
    expect(nextView(inHelp, { do: action })).toEqual(inSettings);
    expect(nextView(nextView(inHelp, { do: action }), { do: action }).shows.kind).toBe('selection');
  });

  it.each([
    [{ do: 'select', selection: only('web') }],
    [{ do: 'open', selection: only('web') }],
    [{ do: 'new' }],
    [{ do: 'edit', id: 'web' }],
    [{ do: 'show', pane: { kind: 'import' } }],
    [{ do: 'deleted', next: null }],
  ] as const)('ends when one goes somewhere: %j', (action) => {
    expect(nextView(inHelp, action).help).toBeNull();
    expect(nextView(inHelp, action).shows.kind).not.toBe('settings');
  });
});

describe('what is selected', () => {
  const web: View = nextView(FIRST_VIEW, { do: 'open', selection: only('web') });

  it('is the profile that is edited, or whose server is set up', () => {
    expect(nextView(web, { do: 'edit', id: 'mail' }).selection).toEqual(only('mail'));
    expect(nextView(web, { do: 'show', pane: { kind: 'setup', id: 'mail' } }).selection).toEqual(only('mail'));
  });

  it('stays where something else is shown', () => {
    expect(nextView(web, { do: 'show', pane: { kind: 'settings' } }).selection).toEqual(only('web'));
  });
});
