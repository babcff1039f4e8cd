import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../src-main/engine/trace.ts';
import { feedEvents } from '../../../src-main/ipc/feed-events.ts';

/** What is told of feeds, in its order. */
function told() {
  const all: (TraceEvent | string)[] = [];
  const listener = feedEvents({
    trace: (event) => void all.push(event),
    window: () => ({
      feedsChanged: () => void all.push('feeds'),
      feedEventsChanged: (id) => void all.push(`events of ${id}`),
    }),
    onOnline: () => void all.push('online'),
    onChange: () => void all.push('change'),
  });
  return { all, listener };
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

test('feeds that change go to the window and the tray, events to the window alone', () => {
  const { all, listener } = told();
  listener.onFeeds();
  listener.onEvents('feed-build000');
  expect(all).toEqual(['feeds', 'change', 'events of feed-build000']);
});
