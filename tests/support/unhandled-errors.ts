import { writeFile } from 'node:fs/promises';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * A vitest reporter for what the JSON report leaves out: errors outside of any test, which make a run fail although
 * every test in that report has passed. It writes their texts, a JSON array, where the environment says.
 */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter file by its default export
export default class UnhandledErrors implements Reporter {
  async onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): Promise<void> {
    const path = process.env['TOCTOC_UNHANDLED_ERRORS'];
    if (path !== undefined) await writeFile(path, JSON.stringify(errors.map(({ stack, message }) => stack ?? message)));
  }
}
