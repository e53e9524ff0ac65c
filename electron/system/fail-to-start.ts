import { app } from 'electron';
import type { LaunchRequest } from './launch-request.ts';
import type { StartProblem } from './start-problem.ts';

/** Says so and ends the app; see start-failure.ts, which is loaded for whom it concerns. */
export async function failToStart(problem: StartProblem, request: LaunchRequest): Promise<void> {
  try {
    const { sayAndExit } = await import('./start-failure.ts');
    // Only then is the person's language known, and on Linux a dialog possible.
    await app.whenReady();
    sayAndExit(problem, request);
  } catch {
    // An installation may lack that part too; nobody would see this process, or end it.
    app.exit(1);
  }
}
