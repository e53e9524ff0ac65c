import { formatSequence, knocksOf, type Sequence } from '../../model/sequence.ts';
import { fail, ok, type Result } from '../../result.ts';
import { fill } from '../../text/sentence.ts';
import type { Firewall, SetupAnswers, SetupProfile } from './answers.ts';
import { commentText, type SetupBlock, type SetupCommands, type SetupFile, shellWord } from './document.ts';
import type { FirewallInput, FirewallPlan } from './firewall.ts';
import { iptablesPlan } from './iptables.ts';
import { knockdConf, knockdSequence, seqTimeoutFor } from './knockd-conf.ts';
import { nftablesPlan } from './nftables.ts';
import { serviceFile } from './service.ts';
import type { SetupText } from './text.ts';
import { ufwPlan } from './ufw.ts';
import { type SetupWarning, setupWarnings } from './warnings.ts';

/** In the order in which they are safe: nothing is shut before knockd runs, and nothing is made to last before it was tried. */
export const SETUP_STEPS = ['prepare', 'knockd', 'firewall', 'test', 'keep', 'undo'] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/** What is done on the server in one go. */
export interface SetupStep {
  readonly id: SetupStepId;
  readonly blocks: readonly SetupBlock[];
}

/** A server's side of a profile, ready to paste. */
export interface ServerSetup {
  readonly steps: readonly SetupStep[];
  readonly warnings: readonly SetupWarning[];
  /** The `seq_timeout` that was written (s): the profile should know it. */
  readonly seqTimeoutS: number;
}

/** What it is made from. */
export interface SetupInput {
  readonly profile: SetupProfile;
  readonly answers: SetupAnswers;
  /** The unused lines of the profile's one-time list; `null`: it has none. */
  readonly list: readonly Sequence[] | null;
  readonly text: SetupText;
}

/** The door opens by itself after this long (s) unless somebody says that all is well. */
const RESCUE_S = 600;

const plans: Readonly<Record<Firewall, (input: FirewallInput) => FirewallPlan>> = {
  iptables: iptablesPlan,
  nftables: nftablesPlan,
  ufw: ufwPlan,
};

/** Everything the server needs for this profile's door; fails where the door has no sequence to open or to close it. */
export function serverSetup(input: SetupInput): Result<ServerSetup> {
  const { profile, answers, list, text } = input;
  const closes = answers.closing === 'sequence';
  if (closes && knocksOf(profile.closeSequence).length === 0) return fail({ code: 'close-sequence-missing' });
  if (list !== null && list.length === 0) return fail({ code: 'one-time-exhausted' });
  const opens = list ?? [profile.sequence];
  const seqTimeoutS = seqTimeoutFor(profile, closes ? [...opens, profile.closeSequence] : opens);
  const comment = fill(text.comment, { name: commentText(profile.name), port: answers.servicePort });
  const plan = plans[answers.firewall]({ answers, comment });
  const files = knockdFiles(input, plan, seqTimeoutS, comment);
  const blocks: Readonly<Record<SetupStepId, readonly SetupBlock[]>> = {
    prepare: prepareBlocks(answers, plan),
    knockd: [...files, startBlock()],
    firewall: [...plan.files, rescueBlock(answers, plan), server('shut', plan.shut)],
    test: testBlocks(input, plan, seqTimeoutS),
    keep: keepBlocks(answers, plan),
    undo: undoBlocks(answers, files, plan),
  };
  const steps = SETUP_STEPS.map((id) => ({ id, blocks: blocks[id] }));
  return ok({ steps, warnings: setupWarnings(profile, answers, list), seqTimeoutS });
}

function server(id: string, lines: readonly string[]): SetupCommands {
  return { kind: 'commands', id, on: 'server', text: `${lines.join('\n')}\n` };
}

function prepareBlocks(answers: SetupAnswers, plan: FirewallPlan): readonly SetupBlock[] {
  const program = answers.firewall;
  // A second run must not take our own file for the one that was there before.
  const backup = (path: string) => `[ -e ${path}.before-toctoc ] || sudo cp -a ${path} ${path}.before-toctoc`;
  return [
    ...(answers.start === 'debian' ? [server('install', [`sudo apt-get install knockd ${program}`])] : []),
    server('look', ['ip -brief address', ...plan.look]),
    server('backup', [
      backup('/etc/knockd.conf'),
      ...(answers.start === 'debian' ? [backup('/etc/default/knockd')] : []),
    ]),
  ];
}

function knockdFiles(
  { profile, answers, list, text }: SetupInput,
  plan: FirewallPlan,
  seqTimeoutS: number,
  comment: string,
): readonly SetupFile[] {
  // knockd writes into it, and a unit with ProtectSystem=full (openSUSE's) may not write below /etc: it would not start.
  const listPath = list === null ? null : `/var/lib/knockd-toctoc-${answers.servicePort}.list`;
  const timed = answers.closing === 'timed';
  const conf = knockdConf({
    answers,
    plan,
    seqTimeoutS,
    sequence: profile.sequence,
    listPath,
    closeSequence: profile.closeSequence,
    text: {
      head: comment,
      open: fill(timed ? text.openTimed : text.open, { seconds: answers.openSeconds }),
      close: text.close,
    },
  });
  const lines = list?.map((steps) => ` ${knockdSequence(steps)}\n`).join('') ?? '';
  return [
    { kind: 'file', id: 'knockd-conf', path: '/etc/knockd.conf', text: conf, secret: true },
    ...(listPath === null
      ? []
      : [{ kind: 'file', id: 'one-time-list', path: listPath, text: lines, secret: true } as const]),
    serviceFile(answers, comment),
  ];
}

function startBlock(): SetupBlock {
  return server('start', [
    'sudo systemctl daemon-reload',
    'sudo systemctl enable knockd',
    'sudo systemctl restart knockd',
    'systemctl --no-pager status knockd',
  ]);
}

function pidFile({ servicePort }: SetupAnswers): string {
  return `/run/toctoc-${servicePort}-rescue.pid`;
}

function rescueBlock(answers: SetupAnswers, plan: FirewallPlan): SetupBlock {
  const pid = pidFile(answers);
  return server('rescue', [
    // One that was begun before could not be cancelled any more.
    cancelRescue(answers),
    `sudo setsid -f sh -c 'echo $$ > ${pid}; sleep ${RESCUE_S}; ${plan.rescue}; rm -f ${pid}' > /dev/null 2>&1`,
  ]);
}

/** Says nothing and does not fail where there is none. */
function cancelRescue(answers: SetupAnswers): string {
  const pid = pidFile(answers);
  return `sudo sh -c 'kill $(cat ${pid}); rm -f ${pid}' 2>/dev/null`;
}

function testBlocks(
  { profile, answers, list }: SetupInput,
  plan: FirewallPlan,
  seqTimeoutS: number,
): readonly SetupBlock[] {
  const steps = list?.[0] ?? profile.sequence;
  const knocks = knocksOf(steps);
  const host = shellWord(profile.host);
  const words = knocks.map(({ port, protocol }) => (protocol === 'udp' ? `${port}:udp` : String(port))).join(' ');
  const own = steps.map((step) => shellWord(formatSequence([step]))).join(' ');
  const { servicePort, interface: device } = answers;
  const user = profile.launch.user === '' ? '' : `-l ${shellWord(profile.launch.user)} `;
  const filter = knocks.map(({ port, protocol }) => `${protocol} dst port ${port}`).join(' or ');
  const client = (id: string, text: string): SetupCommands => ({
    kind: 'commands',
    id,
    on: 'client',
    text: `${text}\n`,
  });
  return [
    server('log', ['sudo journalctl -u knockd -f']),
    // A list is used up by hand as it is by the app, which would not know.
    ...(list !== null
      ? []
      : [
          client(
            'toctoc',
            `toctoc knock -v -w ${servicePort} --server knockd --seq-timeout ${seqTimeoutS} -d ${profile.gapMs} ${host} ${own}`,
          ),
          client('knock', `knock -d ${profile.gapMs} ${host} ${words}`),
        ]),
    ...(profile.launch.client === 'ssh' ? [client('ssh', `ssh -p ${servicePort} ${user}${host}`)] : []),
    server('list', plan.list),
    server('packets', [`sudo tcpdump -n -i ${device} '${filter}'`]),
  ];
}

function keepBlocks(answers: SetupAnswers, plan: FirewallPlan): readonly SetupBlock[] {
  const pid = pidFile(answers);
  return [
    server('calm', [`sudo sh -c 'kill $(cat ${pid}) && rm -f ${pid}'`]),
    ...plan.keepFiles,
    ...(plan.keep.length > 0 ? [server('keep', plan.keep)] : []),
    server('evict', plan.evict),
  ];
}

function undoBlocks(answers: SetupAnswers, files: readonly SetupFile[], plan: FirewallPlan): readonly SetupBlock[] {
  const restore = files.flatMap(({ id, path }) => {
    const backedUp = id === 'knockd-conf' || id === 'default-knockd';
    return [backedUp ? `sudo mv ${path}.before-toctoc ${path} || sudo rm -f ${path}` : `sudo rm -f ${path}`];
  });
  return [
    // The safety net of a door that is gone would still change the firewall.
    server('undo', [cancelRescue(answers), ...plan.undo]),
    ...(plan.undoKeep.length > 0 ? [server('undoKeep', plan.undoKeep)] : []),
    server('undoKnockd', ['sudo systemctl disable --now knockd', ...restore, 'sudo systemctl daemon-reload']),
  ];
}
