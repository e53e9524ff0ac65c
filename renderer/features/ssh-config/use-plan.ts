import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { AliasSchema, type SshConfigPlan } from '../../../shared/model/ssh-config.ts';
import type { Problem } from '../../../shared/result.ts';
import { useBridge } from '../../state/store-context.tsx';

interface Looked {
  /** What was last seen to be possible; stays while another name is looked at. */
  readonly plan: SshConfigPlan | null;
  readonly problem: Problem | null;
}

/** What adding the profile under this name would write. `alias: null` asks for the name that is there, or a suggestion. */
export function usePlan(profileId: string, alias: string | null): Looked {
  const bridge = useBridge();
  const [looked, setLooked] = useState<Looked>({ plan: null, problem: null });

  useEffect(() => {
    if (alias !== null && !v.is(AliasSchema, alias)) {
      setLooked(({ plan }) => ({ plan, problem: { code: 'ssh-alias' } }));
      return;
    }
    let wanted = true;
    void bridge.invoke('ssh-config:look', { profileId, alias: alias?.trim() ?? null }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setLooked({ plan: answer.value, problem: null });
      else setLooked(({ plan }) => ({ plan, problem: answer.problems[0] }));
    });
    return () => {
      wanted = false;
    };
  }, [bridge, profileId, alias]);

  return looked;
}
