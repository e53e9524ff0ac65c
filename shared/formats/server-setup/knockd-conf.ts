import { knockingTimeMs } from '../../model/knocking-time.ts';
import { knocksOf, type Sequence } from '../../model/sequence.ts';
import type { SetupAnswers, SetupProfile } from './answers.ts';
import type { FirewallPlan } from './firewall.ts';

/** Less than this (s) leaves no room for a second try with longer gaps. */
const LEAST_SEQ_TIMEOUT_S = 10;

/** knockd counts whole seconds from the first knock; three more are for a slow path and retries with longer gaps. */
export function seqTimeoutFor(profile: SetupProfile, sequences: readonly Sequence[]): number {
  const longest = Math.max(...sequences.map((steps) => knockingTimeMs(steps, profile.gapMs, profile.connectMode)));
  return Math.max(LEAST_SEQ_TIMEOUT_S, Math.ceil(longest / 1000) + 3, profile.seqTimeoutS ?? 0);
}

/** As knockd writes a sequence: tcp unless it says udp. Payloads and gaps are the client's affair. */
export function knockdSequence(steps: Sequence): string {
  return knocksOf(steps)
    .map(({ port, protocol }) => (protocol === 'udp' ? `${port}:udp` : String(port)))
    .join(',');
}

/** The comments of the file, in the person's language. */
export interface ConfText {
  readonly head: string;
  readonly open: string;
  readonly close: string;
}

/** What `/etc/knockd.conf` is written from. `seqTimeoutS` are whole seconds. */
export interface ConfInput {
  readonly answers: SetupAnswers;
  readonly plan: FirewallPlan;
  readonly text: ConfText;
  readonly seqTimeoutS: number;
  readonly sequence: Sequence;
  /** The one-time list's file; it takes the sequence's place. */
  readonly listPath: string | null;
  readonly closeSequence: Sequence;
}

/** `/etc/knockd.conf` for one door. Trailing blanks and empty values are left out: knockd 0.8 refuses to start with them. */
export function knockdConf(input: ConfInput): string {
  const { answers, plan, listPath, seqTimeoutS } = input;
  const name = `toctoc-${answers.servicePort}`;
  const timed = answers.closing === 'timed';
  const shuts = timed && !plan.forgets;
  const common = [`seq_timeout = ${seqTimeoutS}`, 'tcpflags = syn'];
  const open = [
    listPath === null ? `sequence = ${knockdSequence(input.sequence)}` : `one_time_sequences = ${listPath}`,
    ...common,
    `start_command = ${plan.ipv4.open}`,
    ...(plan.ipv6 === undefined ? [] : [`start_command_6 = ${plan.ipv6.open}`]),
    ...(shuts ? [`cmd_timeout = ${answers.openSeconds}`] : []),
    ...(shuts && plan.ipv4.shut !== undefined ? [`stop_command = ${plan.ipv4.shut}`] : []),
    ...(shuts && plan.ipv6?.shut !== undefined ? [`stop_command_6 = ${plan.ipv6.shut}`] : []),
  ];
  const close = [
    `sequence = ${knockdSequence(input.closeSequence)}`,
    ...common,
    `start_command = ${plan.ipv4.shut}`,
    ...(plan.ipv6?.shut === undefined ? [] : [`start_command_6 = ${plan.ipv6.shut}`]),
  ];
  return [
    comments(input.text.head),
    section('options', ['UseSyslog', `Interface = ${answers.interface}`]),
    comments(input.text.open),
    section(name, open),
    ...(timed ? [] : [comments(input.text.close), section(`${name}-close`, close)]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function section(name: string, lines: readonly string[]): string {
  return `[${name}]\n${lines.map((line) => `\t${line}\n`).join('')}`;
}

function comments(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}
