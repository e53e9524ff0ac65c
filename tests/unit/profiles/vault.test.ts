import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lockWith } from '../../../electron/profiles/passphrase.ts';
import { Vault } from '../../../electron/profiles/vault.ts';
import type { Header } from '../../../electron/profiles/vault-header.ts';
import { mustChoose, type VaultMode, type VaultView } from '../../../shared/model/vault.ts';
import { fail, ok } from '../../../shared/result.ts';
import { FakeKeychain } from '../../fakes/vault.ts';

/** What the cost is worth is not what is tested here. */
const CHEAP = { n: 2 ** 14, r: 8, p: 1 } as const;

let keychain: FakeKeychain;
let views: VaultView[];
let now: number;

function vaultOf(
  header: Header,
  options: { readonly passphraseOnly?: boolean; readonly silenceMs?: number } = {},
): Vault {
  const deps = {
    keychain,
    passphraseOnly: false,
    onChange: (view: VaultView) => views.push(view),
    date: () => now,
    cost: CHEAP,
  };
  return new Vault(header, { ...deps, ...options });
}

async function opened(header: Header, options: { readonly passphraseOnly?: boolean } = {}): Promise<Vault> {
  const vault = vaultOf(header, options);
  await vault.open();
  return vault;
}

/** A header that this keychain, or this passphrase, opens. */
async function headerOf(mode: VaultMode): Promise<Header> {
  const forged = await (await opened(null)).forge(mode, 'open sesame', null);
  if (!forged.ok) throw new Error(forged.problems[0].code);
  return forged.value.header;
}

beforeEach(() => {
  keychain = new FakeKeychain();
  views = [];
  now = 1_000_000;
});

describe('a vault that nobody has chosen', () => {
  it('takes the keychain where there is one', async () => {
    const vault = await opened(null);
    expect(vault.view).toEqual({
      mode: 'keychain',
      state: 'open',
      reason: null,
      backend: 'gnome_libsecret',
      choices: ['keychain', 'passphrase', 'readable'],
    });
    expect(vault.lock?.header).toMatchObject({ mode: 'keychain', backend: 'gnome_libsecret' });
    expect(vault.lock?.key).toHaveLength(32);
  });

  it.each<readonly [what: string, portable: boolean, name: string | null, choices: readonly VaultMode[]]>([
    ['without a keychain', false, null, ['passphrase', 'readable']],
    ['in portable mode, whatever there is', true, 'dpapi', ['passphrase']],
  ])('%s asks the person', async (_what, passphraseOnly, name, choices) => {
    keychain.name = name;
    const vault = await opened(null, { passphraseOnly });
    expect(vault.view).toMatchObject({ mode: null, state: 'open', choices });
    expect([mustChoose(vault.view), vault.lock]).toEqual([true, { header: null, key: null }]);
  });

  it('asks where a keychain turns out not to seal', async () => {
    vi.spyOn(keychain, 'seal').mockRejectedValue(new Error('prompt dismissed'));
    const vault = await opened(null);
    expect(vault.view).toMatchObject({ mode: null, state: 'open' });
    expect(await vault.forge('keychain', null, null)).toEqual(
      fail({ code: 'keychain-failed', params: { reason: 'prompt dismissed' } }),
    );
  });
});

describe('a vault of the keychain', () => {
  it('opens by itself, with the same key', async () => {
    const first = await opened(null);
    const second = await opened(first.lock?.header ?? null);
    expect(second.lock).toEqual(first.lock);
  });

  it.each<readonly [what: string, lose: () => void, reason: VaultView['reason']]>([
    ['that is gone', () => Object.assign(keychain, { name: null }), 'keychain-absent'],
    ['that is another one', () => keychain.change(), 'keychain-changed'],
  ])('%s keeps it locked, and opens it again when it is back', async (_what, lose, reason) => {
    const header = await headerOf('keychain');
    const good = keychain;
    keychain = Object.assign(new FakeKeychain(), { name: good.name });
    lose();
    const vault = await opened(header);
    expect([vault.lock, vault.view]).toMatchObject([null, { mode: 'keychain', state: 'locked', reason }]);
    expect(await vault.unlock(null)).toEqual(fail({ code: 'vault-locked' }));
    expect(await vault.forge('readable', null, null)).toEqual(fail({ code: 'vault-locked' }));
    Object.assign(keychain, { name: good.name, backend: good.backend, unseal: good.unseal });
    expect(await vault.unlock(null)).toEqual(ok(null));
    expect(vault.lock?.header).toEqual(header);
  });

  it('notices a wrong key that the keychain itself does not', async () => {
    const header = await headerOf('keychain');
    vi.spyOn(keychain, 'unseal').mockResolvedValue({ text: Buffer.alloc(32).toString('base64'), renew: false });
    expect((await opened(header)).view).toMatchObject({ state: 'locked', reason: 'keychain-changed' });
  });

  it('seals its key again where the keychain has a newer one', async () => {
    const first = await opened(null);
    keychain.renew = true;
    const second = await opened(first.lock?.header ?? null);
    expect(second.lock?.key).toEqual(first.lock?.key);
    expect(second.lock?.header).not.toEqual(first.lock?.header);
    expect((await opened(second.lock?.header ?? null)).lock?.key).toEqual(first.lock?.key);
  });

  it('counts as locked while the keychain is silent, and opens when it answers', async () => {
    const header = await headerOf('keychain');
    let answer = () => {};
    keychain.answer = new Promise((resolve) => {
      answer = resolve;
    });
    const vault = vaultOf(header, { silenceMs: 1 });
    await vault.open();
    expect(vault.view).toMatchObject({ state: 'locked', reason: 'keychain-silent' });
    answer();
    await expect.poll(() => vault.view.state).toBe('open');
  });

  it('in portable mode opens, and asks for a passphrase before anything is saved', async () => {
    const vault = await opened(await headerOf('keychain'), { passphraseOnly: true });
    expect([vault.view.state, mustChoose(vault.view)]).toEqual(['open', true]);
    expect(await vault.forge('readable', null, null)).toMatchObject({ ok: false });
    expect(await vault.forge('passphrase', 'open sesame', null)).toMatchObject({ ok: true });
  });
});

describe('a vault with a passphrase', () => {
  it('opens with it, and with no other', async () => {
    const header = await headerOf('passphrase');
    const vault = await opened(header);
    expect(vault.view).toMatchObject({ mode: 'passphrase', state: 'locked', reason: 'passphrase' });
    for (const wrong of ['Open sesame', '', null]) {
      now += 60_000;
      expect(await vault.unlock(wrong)).toEqual(fail({ code: 'passphrase-wrong' }));
    }
    now += 60_000;
    expect(await vault.unlock('open sesame')).toEqual(ok(null));
    expect(vault.lock?.header).toEqual(header);
    expect(views.at(-1)).toMatchObject({ state: 'open' });
  });

  it('takes letters however the system composes them', async () => {
    const { header, key } = await lockWith('sésame ouvre-toi', CHEAP);
    const vault = await opened(header);
    expect(await vault.unlock('sésame ouvre-toi'.normalize('NFD'))).toEqual(ok(null));
    expect(vault.lock?.key).toEqual(key);
  });

  it('makes who guesses wait', async () => {
    const vault = await opened(await headerOf('passphrase'));
    for (let i = 0; i < 3; i++) expect(await vault.unlock('wrong one')).toEqual(fail({ code: 'passphrase-wrong' }));
    expect(await vault.unlock('open sesame')).toEqual(fail({ code: 'passphrase-wait', params: { seconds: 2 } }));
    now += 2000;
    expect(await vault.unlock('open sesame')).toEqual(ok(null));
  });

  it('asks for the one in force before it takes another, or none', async () => {
    const vault = await opened(await headerOf('passphrase'));
    await vault.unlock('open sesame');
    expect(await vault.forge('readable', null, null)).toEqual(fail({ code: 'passphrase-wrong', field: 'current' }));
    const next = await vault.forge('passphrase', 'another one', 'open sesame');
    if (!next.ok) throw new Error(next.problems[0].code);
    vault.adopt(next.value);
    const again = await opened(next.value.header);
    expect(await again.unlock('open sesame')).toEqual(fail({ code: 'passphrase-wrong' }));
    expect(await again.unlock('another one')).toEqual(ok(null));
    expect(again.lock?.key).toEqual(next.value.key);
  });

  it.each([
    ['too short', 'seven77', 'passphrase-short'],
    ['none', null, 'passphrase-short'],
    ['a book', 'x'.repeat(1001), 'passphrase-long'],
  ])('%s is refused', async (_what, passphrase, code) => {
    expect(await (await opened(null)).forge('passphrase', passphrase, null)).toMatchObject({
      problems: [{ code, field: 'passphrase' }],
    });
  });
});

describe('a vault that seals nothing', () => {
  it('is open', async () => {
    const vault = await opened({ mode: 'readable' });
    expect(vault.view).toMatchObject({ mode: 'readable', state: 'open', backend: null });
    expect(mustChoose(vault.view)).toBe(false);
  });

  it('takes no keychain that is not there', async () => {
    keychain.name = null;
    const vault = await opened({ mode: 'readable' });
    expect(await vault.forge('keychain', null, null)).toMatchObject({ problems: [{ code: 'keychain-absent' }] });
  });
});

it('beginning anew forgets the old header', async () => {
  const header = await headerOf('passphrase');
  const vault = await opened(header);
  await vault.restart(null);
  expect(vault.view).toMatchObject({ mode: 'keychain', state: 'open' });
});

it('a guess costs what OWASP asks for', async () => {
  const { header } = await lockWith('open sesame');
  expect(header.scrypt).toMatchObject({ n: 2 ** 17, r: 8, p: 1 });
}, 30_000);
