import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { ActResult } from '../../src-main/demo/acts/types.ts';
import { startFeedFlood } from '../support/feed-flood.ts';
import {
  aFeed,
  feedIs,
  keepFeeds,
  mqtt,
  sse,
  test,
  toastSays,
  webSocket,
} from '../support/feeds.ts';
import { expect, isToast } from '../support/suzu.ts';

// Ten thousand events a second that are filtered away. How quickly the rest rings meanwhile is measured
// elsewhere (feeds-flood.bench.ts); here it is that nothing is lost, nothing grows and the window answers.

const perSecond = 10_000;
/** Of each feed that have to be dealt with before its flood ends. */
const mostEvents = 12_000;
/** What the main process may have more at the end than before; bytes. */
const mostMore = 80 * 1024 * 1024;

const onlyNews = { when: [{ field: 'kind', is: 'is', value: 'news' }] } as const;

function memory(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

const watched = v.object({ feedEvents: v.object({ count: v.number() }) });

/** How many events came since the feed is looked at. */
async function eventsOf(page: Page): Promise<number> {
  const snapshot = v.parse(watched, await page.evaluate('suzu.getSnapshot()'));
  return snapshot.feedEvents.count;
}

test('10,000 events a second that are filtered away disturb neither an account nor the window', async ({
  misskey,
  profile,
  servers,
  tray,
}) => {
  const broker = await servers.mosquitto();
  const flood = await startFeedFlood(broker.port);
  const topics = [{ filter: 'flood', qos: 1 }] as const;
  const feeds = {
    sse: aFeed('sse', sse(`http://${flood.host}/`), { when: [...onlyNews.when] }),
    websocket: aFeed('socket', webSocket(`ws://${flood.host}/`), { when: [...onlyNews.when] }),
    mqtt: aFeed('mqtt', mqtt(broker.url, { topics: [...topics] }), { when: [...onlyNews.when] }),
  };
  await keepFeeds(profile, Object.values(feeds));
  const app = await misskey.launchOnline({
    userDataDir: profile,
    args: ['--hidden'],
    driveWindow: true,
  });
  for (const feed of Object.values(feeds)) await app.trace.waitFor(feedIs(feed, 'online'));
  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  const tabs = ['Notices', 'Timeline'] as const;
  const rung: ActResult[] = [];
  const before = memory(app.pid);
  for (const system of ['sse', 'websocket', 'mqtt'] as const) {
    await page.evaluate(`suzu.watchFeed(${JSON.stringify(feeds[system].id)})`);
    flood.start(system, perSecond);
    for (let round = 0; (await eventsOf(page)) < mostEvents; round += 1) {
      const act = misskey.server.app(`${system} ${round}`, `${system} ${round}`);
      rung.push(act);
      const tab = page.getByRole('tab', { name: new RegExp(`^${tabs[round % tabs.length]}`) });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await app.trace.waitFor(isToast(act.notificationId));
    }
    const sent = await flood.stop(system);
    flood.say(system, `after the flood of ${system}`);
    await app.trace.waitFor(toastSays(`after the flood of ${system}`));
    // Only a broker may drop what its listener is too slow for.
    if (system !== 'mqtt') await expect.poll(() => eventsOf(page)).toBe(sent + 1);
  }
  // Nothing of the flood became a notice.
  const notices = app.trace.all.filter(({ at }) => at === 'notice').length;
  expect(notices).toBe(rung.length + Object.keys(feeds).length);
  expect(memory(app.pid) - before).toBeLessThan(mostMore);
  await flood.remove();
});
