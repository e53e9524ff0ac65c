import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPageBridge } from '../../../electron/ipc/page-bridge.ts';
import { fail } from '../../../shared/result.ts';

/** Main’s answers, told apart by their number; a failure fits every channel. */
const answer = (number: number) => fail({ code: 'internal', params: { number } });

/** Main, as a preload script meets it. */
function setUp() {
  const asked: (readonly unknown[])[] = [];
  const main = new EventEmitter();
  const ipc = {
    invoke: async (...words: readonly unknown[]) => {
      asked.push(words);
      return answer(asked.length);
    },
    on: main.on.bind(main),
    off: main.off.bind(main),
  };
  const bridge = createPageBridge(ipc, () => '');
  const push = (revision: number, value: readonly string[]) =>
    main.emit('state:drafts', { sender: 'a way out' }, { revision, value });
  return { asked, main, bridge, push };
}

function listen({ bridge }: ReturnType<typeof setUp>) {
  const heard: unknown[] = [];
  const stop = bridge.on('state:drafts', (...words) => heard.push(...words));
  return { heard, stop };
}

describe('the state', () => {
  it('is asked for before the page does, and once', async () => {
    const { asked, bridge } = setUp();
    expect(asked).toEqual([['app:snapshot']]);
    expect(await bridge.invoke('app:snapshot')).toEqual(answer(1));
    expect(asked).toHaveLength(1);
  });

  it('is asked for anew by who asks again', async () => {
    const { bridge } = setUp();
    await bridge.invoke('app:snapshot');
    expect(await bridge.invoke('app:snapshot')).toEqual(answer(2));
  });
});

describe('a push', () => {
  it('reaches the page without Electron’s event', () => {
    const all = setUp();
    const { heard } = listen(all);
    all.push(1, ['a']);
    expect(heard).toEqual([{ revision: 1, value: ['a'] }]);
  });

  it('that came before the page listened is handed over, the last of several', () => {
    const all = setUp();
    all.push(1, ['a']);
    all.push(2, ['b']);
    const { heard } = listen(all);
    expect(heard).toEqual([{ revision: 2, value: ['b'] }]);
    all.push(3, ['c']);
    expect(heard).toHaveLength(2);
  });

  it('is handed over once, and not kept where the page listens', () => {
    const all = setUp();
    all.push(1, ['a']);
    listen(all);
    all.push(2, ['b']);
    expect(listen(all).heard).toEqual([]);
  });

  it('no longer reaches who stopped', () => {
    const all = setUp();
    const { heard, stop } = listen(all);
    stop();
    all.push(1, ['a']);
    expect(heard).toEqual([]);
    expect(all.main.listenerCount('state:drafts')).toBe(0);
  });
});

it('refuses channels that there are not', () => {
  const { asked, bridge } = setUp();
  expect(() => Reflect.apply(bridge.invoke, null, ['shell:open', 'calc'])).toThrow('no such channel');
  expect(() => Reflect.apply(bridge.on, null, ['state:secrets', () => {}])).toThrow('no such channel');
  expect(asked).toHaveLength(1);
});
