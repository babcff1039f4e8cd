import type { RefusalReason, Verdict } from '../streaming/verdict.ts';
import type { FeedLink } from './feed-link.ts';

/** What a server may also say in error: its own sign-in restarts, a proxy before it takes Suzu for somebody else. */
const doubtful: readonly RefusalReason[] = ['feed-credentials', 'feed-forbidden', 'feed-protocol'];

/** So often in a row a server that let the feed in before has to refuse it until that is believed. */
export const refusalsBelieved = 4;

/**
 * A link whose server is asked again, with the usual back-off, before it is believed that it no longer lets the
 * feed in: nobody looks at a bell that has fallen silent.
 *
 * @param isProven whether the feed was ever online; what never worked is refused at once.
 */
export function confirmingRefusals(link: FeedLink, isProven: () => boolean): FeedLink {
  let inRow = 0;
  const confirmed = (verdict: Verdict): Verdict => {
    if (verdict.kind === 'retry' || !doubtful.includes(verdict.reason) || !isProven()) {
      return verdict;
    }
    inRow += 1;
    if (inRow < refusalsBelieved) return { kind: 'retry', reason: 'rejected' };
    inRow = 0;
    return verdict;
  };
  return {
    ...link,
    openSocket: (handlers) =>
      link.openSocket({
        onMessage: (event) => handlers.onMessage(event),
        onAlive: () => handlers.onAlive(),
        onOpen() {
          inRow = 0;
          handlers.onOpen();
        },
        onEnd: (end) =>
          handlers.onEnd(
            end.kind === 'judged' ? { kind: 'judged', verdict: confirmed(end.verdict) } : end,
          ),
      }),
    judge: async (end) => confirmed(await link.judge(end)),
  };
}
