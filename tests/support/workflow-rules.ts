/** The parts of a GitHub workflow that the rules look at. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}
type Permissions = Readonly<Record<string, string>>;
interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const releases = ({ run }: Step): boolean => run?.includes('gh release ') === true;

/** What a right to write is for: without such a step a job may not have it. */
const NEEDS: Readonly<Record<string, (step: Step) => boolean>> = {
  contents: releases,
  'id-token': ({ uses }) => uses?.startsWith('actions/attest-') === true,
  attestations: ({ uses }) => uses?.startsWith('actions/attest-') === true,
};

/** Scripts that must have passed, in jobs that it waits for, before a job may make a release. */
const BEFORE_RELEASE: Readonly<Record<string, string>> = {
  audit: 'releases what may have known holes',
  smoke: 'releases what nobody has started',
};

/** These run with the repository's rights and secrets on what strangers send. */
const DANGEROUS = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues'];

/**
 * What a workflow does that ours must not, each a line; after GitHub's guide
 * (https://docs.github.com/en/actions/reference/security/secure-use).
 *
 * @param scripts the names that `npm run` knows
 */
export function faults(workflow: Workflow, scripts: readonly string[]): readonly string[] {
  const jobs = Object.entries(workflow.jobs);
  const fromStrangers = 'pull_request' in workflow.on;
  return [
    ...DANGEROUS.filter((event) => event in workflow.on).map((event) => `runs on ${event}`),
    ...(JSON.stringify(workflow.permissions) === '{"contents":"read"}' ? [] : ['more than reading by default']),
    ...(workflow.concurrency === undefined ? ['two runs at once'] : []),
    ...jobs.flatMap(([name, job]) => [
      ...(job['timeout-minutes'] === undefined ? [`${name}: no timeout`] : []),
      ...Object.entries(job.permissions ?? {})
        .filter(([right, level]) => level !== 'read' && !job.steps.some((step) => NEEDS[right]?.(step) === true))
        .map(([right]) => `${name}: may write ${right} for nothing`),
      ...(job.steps.some(releases)
        ? Object.entries(BEFORE_RELEASE)
            .filter(([script]) => !waitsFor(workflow, job, script))
            .map(([, fault]) => `${name}: ${fault}`)
        : []),
      ...job.steps.flatMap((step) => stepFaults(step, scripts, fromStrangers).map((fault) => `${name}: ${fault}`)),
    ]),
  ];
}

/** Whether this job begins only after this script of ours has passed in another one. */
function waitsFor(workflow: Workflow, job: Job, script: string): boolean {
  return [job.needs ?? []].flat().some((name) => {
    const before = workflow.jobs[name];
    if (before === undefined) return false;
    const runs = before.steps.some(({ run = '' }) => new RegExp(`\\bnpm run ${script}\\b`).test(run));
    return runs || waitsFor(workflow, before, script);
  });
}

function stepFaults(step: Step, scripts: readonly string[], fromStrangers: boolean): readonly string[] {
  const { uses = '', run = '' } = step;
  const called = [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  return [
    ...(uses !== '' && !/^actions\/[\w-]+@v\d+$/.test(uses) ? [`uses ${uses}`] : []),
    ...(uses.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false
      ? ['keeps the token']
      : []),
    // A failed run's remains may be missing; what is to be released may not.
    ...(uses.startsWith('actions/upload-artifact@') &&
    step.if !== 'failure()' &&
    step.with?.['if-no-files-found'] !== 'error'
      ? ['uploads nothing without a word']
      : []),
    ...(step['continue-on-error'] !== undefined || run.includes('|| true') ? ['goes on after a failure'] : []),
    ...(run.includes('${{') ? ['puts an expression into a shell'] : []),
    ...(/\bnpm (i|install)\b/.test(run) ? ['installs past the lock file'] : []),
    ...(/\bcurl\b|\bwget\b/.test(run) ? ['fetches something by hand'] : []),
    ...called.filter((name) => !scripts.includes(name)).map((name) => `calls ${name}, which there is not`),
    ...(fromStrangers && JSON.stringify(step).includes('secrets.') ? ['gives a secret to a pull request'] : []),
  ];
}
