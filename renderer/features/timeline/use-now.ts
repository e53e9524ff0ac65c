import { useEffect, useState } from 'react';

/**
 * Ms since a run began, going on from `last` (its newest mark) with every frame; `null` when it is over. Counted on the
 * page's own clock from when the mark arrived: the date may jump.
 */
export function useNow(last: number, live: boolean): number | null {
  const [passed, setPassed] = useState({ since: last, ms: 0 });
  useEffect(() => {
    if (!live) return;
    const arrived = performance.now();
    let frame = requestAnimationFrame(function draw() {
      setPassed({ since: last, ms: performance.now() - arrived });
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [last, live]);
  if (!live) return null;
  return passed.since === last ? last + passed.ms : last;
}
