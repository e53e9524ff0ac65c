/** Lets one run at a time to each address. */
export interface Turns {
  /**
   * Resolves once every address is free, with the function that frees them again.
   *
   * @param onWait called if that takes a wait
   * @throws the signal's reason when aborted while waiting
   */
  readonly enter: (addresses: readonly string[], signal: AbortSignal, onWait: () => void) => Promise<() => void>;
}

/** First a turn among this process's own runs, then among those of other programs. */
export function bothTurns(ours: Turns, everybodys: Turns): Turns {
  return {
    enter: async (addresses, signal, onWait) => {
      let told = false;
      const tellOnce = () => {
        if (!told) onWait();
        told = true;
      };
      const leaveOurs = await ours.enter(addresses, signal, tellOnce);
      try {
        const leaveEverybodys = await everybodys.enter(addresses, signal, tellOnce);
        return () => {
          leaveEverybodys();
          leaveOurs();
        };
      } catch (error) {
        leaveOurs();
        throw error;
      }
    },
  };
}
