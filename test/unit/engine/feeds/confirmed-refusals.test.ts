import { describe, expect, test } from 'vitest';
import {
  confirmingRefusals,
  refusalsBelieved,
} from '../../../../src-main/engine/feeds/confirmed-refusals.ts';
import type { FeedLink } from '../../../../src-main/engine/feeds/feed-link.ts';
import type { SocketEnd, SocketHandlers } from '../../../../src-main/engine/streaming/socket.ts';
import type { RefusalReason, Verdict } from '../../../../src-main/engine/streaming/verdict.ts';

const refusal = (reason: RefusalReason): Verdict => ({ kind: 'refuse', reason });
const again: Verdict = { kind: 'retry', reason: 'rejected' };

/** A link whose sockets the test plays; its judge always refuses with bad credentials. */
function bench(isProven = true) {
  const opened: SocketHandlers<never>[] = [];
  const ends: SocketEnd[] = [];
  const link: FeedLink = {
    openSocket(handlers) {
      opened.push(handlers);
      return { send: () => {}, ping: () => {}, terminate: () => {} };
    },
    judge: async () => refusal('feed-credentials'),
    watch: null,
    silentFor: null,
  };
  const confirming = confirmingRefusals(link, () => isProven);
  let opens = 0;
  const attempt = () => {
    confirming.openSocket({
      onOpen: () => {
        opens += 1;
      },
      onMessage: () => {},
      onAlive: () => {},
      onEnd: (end) => void ends.push(end),
    });
    const handlers = opened.at(-1);
    if (handlers === undefined) throw new Error('no socket was opened');
    return handlers;
  };
  return {
    attempt,
    ends,
    opens: () => opens,
    refuse(reason: RefusalReason): SocketEnd | undefined {
      attempt().onEnd({ kind: 'judged', verdict: refusal(reason) });
      return ends.at(-1);
    },
    judge: () => confirming.judge({ kind: 'closed', code: 1006 }),
  };
}

describe('a server that let the feed in before', () => {
  test.each(['feed-credentials', 'feed-forbidden', 'feed-protocol'] as const)(
    'is asked again before its %s is believed',
    (reason) => {
      const { refuse } = bench();
      for (let n = 1; n < refusalsBelieved; n += 1) {
        expect(refuse(reason)).toEqual({ kind: 'judged', verdict: again });
      }
      expect(refuse(reason)).toEqual({ kind: 'judged', verdict: refusal(reason) });
    },
  );

  test('is asked as often once more after the user tried again', () => {
    const { refuse } = bench();
    for (let n = 0; n < refusalsBelieved; n += 1) refuse('feed-credentials');
    expect(refuse('feed-credentials')).toEqual({ kind: 'judged', verdict: again });
  });

  test('counts anew once it let the feed in again', () => {
    const { attempt, refuse, opens } = bench();
    for (let n = 1; n < refusalsBelieved; n += 1) refuse('feed-credentials');
    attempt().onOpen();
    expect(opens()).toBe(1);
    expect(refuse('feed-credentials')).toEqual({ kind: 'judged', verdict: again });
  });

  test('is believed at once that nothing more will come', () => {
    const { refuse } = bench();
    expect(refuse('feed-over')).toEqual({ kind: 'judged', verdict: refusal('feed-over') });
  });

  test('is asked again also where its answer had to be judged', async () => {
    const { judge } = bench();
    for (let n = 1; n < refusalsBelieved; n += 1) expect(await judge()).toEqual(again);
    expect(await judge()).toEqual(refusal('feed-credentials'));
  });
});

test('what never worked is refused at once', async () => {
  const { refuse, judge } = bench(false);
  expect(refuse('feed-credentials')).toEqual({
    kind: 'judged',
    verdict: refusal('feed-credentials'),
  });
  expect(await judge()).toEqual(refusal('feed-credentials'));
});

test('an end that nobody judged yet goes on as it is', () => {
  const { attempt, ends } = bench();
  attempt().onEnd({ kind: 'closed', code: 1006 });
  expect(ends).toEqual([{ kind: 'closed', code: 1006 }]);
});
