import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../src-main/engine/trace.ts';
import { feedEvents } from '../../../src-main/ipc/feed-events.ts';
import { fakeClock, settle } from '../../support/fake-clock.ts';

/** What is told of feeds, in its order. */
function told() {
  const all: (TraceEvent | string)[] = [];
  const clock = fakeClock();
  const listener = feedEvents({
    clock,
    trace: (event) => void all.push(event),
    window: () => ({
      feedsChanged: () => void all.push('feeds'),
      feedEventsChanged: (id) => void all.push(`events of ${id}`),
    }),
    onOnline: () => void all.push('online'),
    onChange: () => void all.push('change'),
  });
  return { all, clock, listener };
}

test('a state goes to the trace with its reason, to the window and to the tray', () => {
  const { all, listener } = told();
  listener.onState('feed-build000', { name: 'refused', reason: 'feed-credentials' });
  expect(all).toEqual([
    { at: 'stream', account: 'feed-build000', state: 'refused', reason: 'feed-credentials' },
    'feeds',
    'change',
  ]);
});

test('one that is online is told before the window shows it: there may be pictures now', () => {
  const { all, listener } = told();
  listener.onState('feed-build000', { name: 'online' });
  expect(all).toEqual([
    { at: 'stream', account: 'feed-build000', state: 'online' },
    'online',
    'feeds',
    'change',
  ]);
});

test('one that is switched off has no stream to tell of', () => {
  const { all, listener } = told();
  listener.onState('feed-build000', null);
  expect(all).toEqual(['feeds', 'change']);
});

test('feeds that change go to the window and the tray, events to the window alone', async () => {
  const { all, listener } = told();
  listener.onFeeds();
  await settle();
  listener.onEvents('feed-build000');
  expect(all).toEqual(['feeds', 'change', 'events of feed-build000']);
});

test('a thousand feeds that change in one go are shown together', async () => {
  const { all, clock, listener } = told();
  for (let feed = 0; feed < 1_000; feed += 1) {
    listener.onFeeds();
    listener.onState(`feed-${feed}`, null);
  }
  await settle();
  const shown = () => all.filter((one) => one === 'feeds').length;
  expect(shown()).toBe(2);
  await clock.advance(100);
  expect(shown()).toBe(3);
  await clock.advance(10_000);
  expect(shown()).toBe(3);
  listener.onState('feed-1', null);
  expect(shown()).toBe(4);
});
