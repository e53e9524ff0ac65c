import { describe, expect, it } from 'vitest';
import { profileDocument } from '../../../../shared/formats/profile-document.ts';
import { sniff } from '../../../../shared/formats/sniff.ts';
import { aProfile } from '../../../fakes/profiles.ts';

describe('the format of a text', () => {
  it.each([
    ['toctoc', profileDocument([aProfile()])],
    ['toctoc', profileDocument([aProfile()]).slice(0, 200)],
    ['toctoc-sealed', '{"format":"toctoc-sealed","version":1}'],
    ['toctoc-sealed', '{"format":"toctoc-sealed","vers'],
    ['knockd-conf', '\uFEFF[options]\r\n\tUseSyslog\r\n'],
    ['knockd-conf', '# knockd\n[a]\nsequence = 1,2\n'],
    ['knockd-conf', '[openSSH]\n'],
    ['knock-command', 'knock host 1 2 3'],
    ['knock-command', '#!/bin/sh\nssh x\nknock -d 5 host 1\n'],
    ['ssh-config', '# Host\n\nHost *\n  User x\n'],
    ['ssh-config', 'Include config.d/*\n'],
    ['ssh-config', 'Host a\n ProxyCommand knock a 1 2\n'],
    ['registry', 'Windows Registry Editor Version 5.00\r\n'],
    ['registry', 'HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\a\r\n'],
    ['session-file', 'Present=1\nHostName=h\n'],
    ['session-file', 'PortKnocking\\7000\\\r\nHostName\\h\\\r\n'],
    ['port-knock-list', 'Office;192.0.2.7;UDP;7000;text\n'],
    ['knock-on-ports', '{"version":1,"sequences":[{"steps":[]}]}'],
    ['knock-on-ports', '[{"name":"x","steps":[{"type":1,"port":1}]}]'],
    [null, ''],
    [null, 'Dear all,\nhost your data with us.\n'],
    [null, '{"version":1}'],
    [null, '[]'],
    [null, '<?xml version="1.0"?>'],
  ])('%s', (format, text) => {
    expect(sniff(text)).toBe(format);
  });
});
