/** The part of `vitest --reporter=json` that names what failed. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** The part of Playwright's `--reporter=json` that names what failed. */
interface PlaywrightReport {
  readonly suites?: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}
interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

/**
 * What failed, each with the first line of why: printed again at the end, where a long run is looked at.
 *
 * @param unhandled what unhandled-errors.ts wrote: a JSON array of texts
 */
export function vitestFailures(json: string, unhandled = '[]'): readonly string[] {
  const report: VitestReport = JSON.parse(json);
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [line(name, message)];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => line(`${name}: ${fullName}`, failureMessages?.[0]));
  });
  const outside: readonly string[] = JSON.parse(unhandled);
  return [...failed, ...outside.map((error) => line('outside of any test', error))];
}

export function playwrightFailures(json: string): readonly string[] {
  const report: PlaywrightReport = JSON.parse(json);
  const inside = (suite: PlaywrightSuite, path: string): readonly string[] => {
    const here = path === '' ? suite.title : `${path} › ${suite.title}`;
    const specs = (suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) =>
          line(`${here} › ${title}`, results.find(({ error }) => error !== undefined)?.error?.message),
        ),
    );
    return [...specs, ...(suite.suites ?? []).flatMap((one) => inside(one, here))];
  };
  const outside = report.errors.map(({ message }) => line('outside of any test', message));
  return [...(report.suites ?? []).flatMap((suite) => inside(suite, '')), ...outside];
}

/** Without the colours that tools put into their messages. */
function line(what: string, why = ''): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what colours begin with
  const [first = ''] = why.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n');
  return first === '' ? what : `${what}\n    ${first}`;
}
