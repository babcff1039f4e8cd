import { readFileSync } from 'node:fs';
import type { StoredFeed } from '../../src-main/engine/feeds/stored-feed.ts';
import { aFeed, feedIs, keepFeeds, mqtt, sse, test, webSocket } from '../support/feeds.ts';
import { hostileFeeds } from '../support/hostile-feeds.ts';
import { expect, isToast } from '../support/suzu.ts';

/** What the main process takes at most beyond what it took before; bytes. */
const mostMemory = 150 * 1024 * 1024;

/** The most memory that a process ever had, from /proc; bytes. */
function peakMemory(pid: number): number {
  const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

test('what is bad at a feed is told there, and an account beside it rings on', async ({
  misskey,
  profile,
  tray,
}) => {
  const bad = await hostileFeeds();
  const [http, ws] = [`http://${bad.host}`, `ws://${bad.host}`];
  const told: readonly (readonly [StoredFeed, 'waiting' | 'refused', string])[] = [
    [aFeed('page', sse(`${http}/page`)), 'refused', 'feed-foreign'],
    [aFeed('loop', sse(`${http}/loop`)), 'refused', 'feed-redirects'],
    [aFeed('nowhere', sse(`${http}/nowhere`)), 'refused', 'feed-not-found'],
    [aFeed('longline', sse(`${http}/long-line`)), 'waiting', 'too-large'],
    [aFeed('announce', webSocket(`${ws}/announced`)), 'waiting', 'too-large'],
    [aFeed('broken', webSocket(`${ws}/broken`)), 'waiting', 'malformed'],
    [aFeed('notext', webSocket(`${ws}/no-text`)), 'waiting', 'malformed'],
    [aFeed('cut', mqtt(`${ws}/cut`)), 'waiting', 'malformed'],
    [aFeed('huge', mqtt(`${ws}/huge`)), 'waiting', 'too-large'],
  ];
  await keepFeeds(
    profile,
    told.map(([feed]) => feed),
  );
  const app = await misskey.launchOnline({
    userDataDir: profile,
    args: ['--hidden'],
    driveWindow: true,
  });
  const before = peakMemory(app.pid);
  for (const [feed, state, reason] of told) await app.trace.waitFor(feedIs(feed, state, reason));
  const { notificationId } = misskey.server.app('still here', 'still here');
  await app.trace.waitFor(isToast(notificationId));
  expect(peakMemory(app.pid) - before).toBeLessThan(mostMemory);

  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  const shown = await page.evaluate('suzu.getSnapshot().then(({ feeds }) => feeds)');
  const texts = Object(shown).map((feed: unknown) => Object(feed).stateText);
  expect(texts).toHaveLength(told.length);
  expect(texts.filter((text: string) => text.length < 20)).toEqual([]);
  await bad.close();
});
