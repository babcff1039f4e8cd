import { describe, expect, test } from 'vitest';
import { Polling, pollTimes } from '../../../../../src-main/engine/misskey/link/polling.ts';
import type { ConnectionState } from '../../../../../src-main/engine/streaming/connection.ts';
import type { Verdict } from '../../../../../src-main/engine/streaming/verdict.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';
import { channelListener } from '../../../../support/stream-bench.ts';

const outage: Verdict = { kind: 'retry', reason: 'unreachable' };

/** A polling whose server answers as told. */
function pollingBench() {
  const clock = fakeClock();
  const states: ConnectionState[] = [];
  const heard: string[] = [];
  const played: { verdict: Verdict | null; alsoOnPoll: () => void } = {
    verdict: null,
    alsoOnPoll: () => {},
  };
  let asked = 0;
  const polling = new Polling({
    clock,
    random: () => 0,
    ask: async () => {
      asked += 1;
      return played.verdict;
    },
    onState: (state) => void states.push(state),
    onPoll: () => {
      heard.push('poll');
      played.alsoOnPoll();
    },
  });
  return {
    clock,
    polling,
    states,
    heard,
    played,
    asked: () => asked,
    async online() {
      polling.start();
      await settle();
    },
  };
}

describe('asking', () => {
  test('is online when the server has answered, and says how', async () => {
    const { polling, states, heard } = pollingBench();
    polling.start();
    expect(states).toEqual([{ name: 'connecting' }]);
    await settle();
    expect(states.at(-1)).toEqual({ name: 'online', reason: 'polling' });
    expect(heard).toEqual(['poll']);
  });

  test('asks again every few minutes, and tells its state only once', async () => {
    const { online, clock, heard, states, asked } = pollingBench();
    await online();
    await clock.advance(pollTimes.every - 1);
    expect(asked()).toBe(1);
    await clock.advance(1);
    expect(asked()).toBe(2);
    await clock.advance(2 * pollTimes.every);
    expect(heard).toHaveLength(4);
    expect(states).toHaveLength(2);
  });

  test('a second start while it runs asks nothing', async () => {
    const { online, polling, asked } = pollingBench();
    await online();
    polling.start();
    await settle();
    expect(asked()).toBe(1);
  });

  test('nothing runs after stop, an answer on its way included', async () => {
    const { polling, clock, heard, asked } = pollingBench();
    polling.start();
    polling.stop();
    await clock.advance(10 * pollTimes.every);
    expect(polling.state).toBeNull();
    expect([heard, asked()]).toEqual([[], 1]);
  });

  test('may be stopped by whoever is told of an answer', async () => {
    const bench = pollingBench();
    const { polling, clock, asked } = bench;
    bench.played.alsoOnPoll = () => polling.stop();
    await bench.online();
    await clock.advance(10 * pollTimes.every);
    expect(asked()).toBe(1);
  });
});

describe('failures', () => {
  test('an outage waits, longer each time, and comes back', async () => {
    const { polling, played, clock, states, heard } = pollingBench();
    played.verdict = outage;
    polling.start();
    await settle();
    expect(states.at(-1)).toMatchObject({ name: 'waiting', reason: 'unreachable' });
    await clock.advance(pollTimes.retryMin);
    expect(states.filter(({ name }) => name === 'waiting')).toHaveLength(2);
    played.verdict = null;
    await clock.advance(pollTimes.retryMin);
    expect(polling.state).toEqual({ name: 'online', reason: 'polling' });
    expect(heard).toEqual(['poll']);
  });

  test('a server that says when is not asked sooner', async () => {
    const { polling, played, clock, asked } = pollingBench();
    played.verdict = { kind: 'retry', reason: 'rate-limited', notBeforeMs: 120_000 };
    polling.start();
    await settle();
    await clock.advance(119_999);
    expect(asked()).toBe(1);
    await clock.advance(1);
    expect(asked()).toBe(2);
  });

  test('a refusal stops it until it is started again', async () => {
    const { polling, played, clock, states, asked } = pollingBench();
    played.verdict = { kind: 'refuse', reason: 'token-invalid' };
    polling.start();
    await settle();
    expect(states.at(-1)).toEqual({ name: 'refused', reason: 'token-invalid' });
    polling.nudge();
    await clock.advance(10 * pollTimes.retryMax);
    expect(asked()).toBe(1);
    played.verdict = null;
    polling.start();
    await settle();
    expect(polling.state?.name).toBe('online');
  });
});

describe('a nudge', () => {
  test('asks at once, and the next time a full wait later', async () => {
    const { online, polling, clock, asked } = pollingBench();
    await online();
    await clock.advance(pollTimes.every / 2);
    polling.nudge();
    await settle();
    expect(asked()).toBe(2);
    await clock.advance(pollTimes.every - 1);
    expect(asked()).toBe(2);
    await clock.advance(1);
    expect(asked()).toBe(3);
  });

  test('asks nothing while a question is on its way, or before the start', async () => {
    const { polling, asked } = pollingBench();
    polling.nudge();
    polling.start();
    polling.nudge();
    await settle();
    expect(asked()).toBe(1);
  });
});

describe('what only a stream has', () => {
  test('channels are refused with each answer, so that their timelines are loaded again', async () => {
    const { online, polling, clock } = pollingBench();
    const early = channelListener();
    polling.connect('homeTimeline', {}, early);
    expect(early.heard).toEqual([]);
    await online();
    const late = channelListener();
    const handle = polling.connect('localTimeline', {}, late);
    expect([early.heard, late.heard]).toEqual([['polling'], ['polling']]);
    await clock.advance(pollTimes.every);
    expect(late.heard).toEqual(['polling', 'polling']);
    handle.disconnect();
    await clock.advance(pollTimes.every);
    expect(late.heard).toHaveLength(2);
    expect(early.heard).toHaveLength(3);
  });

  test('captured notes are looked at again with each answer', async () => {
    const { online, polling, clock } = pollingBench();
    await online();
    let captured = 0;
    const handle = polling.capture('n1', { onCaptured: () => (captured += 1), onUpdate: () => {} });
    await clock.advance(pollTimes.every);
    expect(captured).toBe(2);
    handle.release();
    await clock.advance(pollTimes.every);
    expect(captured).toBe(2);
  });
});
