import type { Desk } from '../../e2e/support/app.ts';
import { setUpE2e } from '../../support/e2e-setting.ts';

/** The app's own window on real Electron, set up as the e2e tests set it up, and taken down whatever comes of it. */
export async function withDesk<T>(
  use: (desk: Desk, giveToUser: (...paths: readonly string[]) => void) => Promise<T>,
): Promise<T> {
  const setting = await setUpE2e(console.error);
  Object.assign(process.env, setting.env);
  // Playwright's fixtures read the environment when they are loaded.
  const { Desk } = await import('../../e2e/support/app.ts');
  const { giveToUser } = await import('../../e2e/support/user.ts');
  const desk = new Desk();
  try {
    return await use(desk, giveToUser);
  } finally {
    await desk.remove();
    await setting.stop();
  }
}
