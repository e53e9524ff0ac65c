import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addInclude,
  isIncluded,
  partsOf,
  removeInclude,
  withoutPart,
  withPart,
} from '../../../../electron/launch/ssh-config/config-text.ts';

const block = (alias: string) => `# ${alias}\nHost ${alias}\n  ProxyCommand toctoc connect --profile x\n`;

describe('the line in the person’s configuration', () => {
  it.each(['', '\n', 'Host *\n  User ann\n', 'Host *\r\n  User ann\r\n', 'Host a', '# Ü\n\n\n'])(
    'comes and goes without a trace: %j',
    (config) => {
      const added = addInclude(config);
      expect(isIncluded(added)).toBe(true);
      expect(added.endsWith(config)).toBe(true);
      expect(addInclude(added)).toBe(added);
      expect(removeInclude(added)).toBe(config);
    },
  );

  it('of any configuration', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (config) => {
        fc.pre(!isIncluded(config));
        expect(removeInclude(addInclude(config))).toBe(config);
      }),
    );
  });

  it('ends as the person’s lines do', () => {
    expect(addInclude('Host a\r\n').split('\r\n')).toHaveLength(5);
    expect(addInclude('Host a\n')).not.toContain('\r');
  });

  it('goes from between what was written around it meanwhile', () => {
    const around = `# mine\n${addInclude('Host a\n')}Host b\n`;
    expect(removeInclude(around)).toBe('# mine\nHost a\nHost b\n');
  });

  it('that the person wrote is enough, and stays', () => {
    for (const line of ['Include toctoc.conf', '  include ~/.ssh/toctoc.conf', 'Include=toctoc.conf other']) {
      const config = `${line}\nHost a\n`;
      expect([addInclude(config), removeInclude(config)]).toEqual([config, config]);
    }
  });

  it.each(['Host a\n  Include toctoc.conf\n', '# Include toctoc.conf\n', 'Include toctoc.conf.old\n'])(
    'is still needed with %j',
    (config) => {
      expect(isIncluded(config)).toBe(config.includes('.old'));
      if (!config.includes('.old')) expect(addInclude(config)).not.toBe(config);
    },
  );
});

describe('our own file', () => {
  it('holds a part for each profile', () => {
    const both = withPart(withPart('', 'a', block('web1')), 'b-2', block('web2'));
    expect(partsOf(both)).toEqual([
      { id: 'a', alias: 'web1', block: block('web1') },
      { id: 'b-2', alias: 'web2', block: block('web2') },
    ]);
    expect(both.startsWith('# Written by Toctoc')).toBe(true);
  });

  it('has a part replaced where it stands', () => {
    const three = ['a', 'b', 'c'].reduce((own, id) => withPart(own, id, block(`old-${id}`)), '');
    const changed = withPart(three, 'b', block('new'));
    expect(partsOf(changed).map(({ alias }) => alias)).toEqual(['old-a', 'new', 'old-c']);
    expect(withPart(changed, 'b', block('old-b'))).toBe(three);
  });

  it('is empty after the last one, and keeps what else was written there', () => {
    const one = withPart('', 'a', block('web1'));
    expect(withoutPart(one, 'a')).toBe('');
    expect(withoutPart(one, 'other')).toBe(one);
    const two = withPart(one, 'b', block('web2'));
    expect(withoutPart(two, 'b').trimEnd()).toBe(one.trimEnd());
    expect(withoutPart(`${one}\nHost mine\n`, 'a')).toContain('Host mine');
  });

  it('is read even when it was bent', () => {
    for (const text of ['junk', '# >>> toctoc a\nHost x\n', '# >>> toctoc A B\n# <<< toctoc A B\n']) {
      expect(partsOf(text)).toEqual([]);
    }
  });
});
