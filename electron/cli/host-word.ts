import * as v from 'valibot';
import { HostSchema } from '../../shared/model/host.ts';
import { fail, isProblemCode, ok, type Result } from '../../shared/result.ts';

/** A host that cannot be mistaken for an option or smuggle anything in. */
export function parseHost(text: string): Result<string> {
  const parsed = v.safeParse(HostSchema, text);
  if (parsed.success) return ok(parsed.output);
  const { message } = parsed.issues[0];
  return fail({ code: isProblemCode(message) ? message : 'host-characters', field: 'host' });
}
