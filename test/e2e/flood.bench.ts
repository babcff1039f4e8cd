import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { DemoServer } from '../../src-main/demo/server.ts';
import { startFlood } from '../support/flood.ts';
import { type Frames, measureFrames, measureHolding } from '../support/frame-meter.ts';
import { followCaptures } from '../support/seen-captures.ts';
import { test } from '../support/suzu.ts';

// A timeline at 200 notes a second for a minute: a third of it at the top, a third at rest further down,
// a third scrolling. Each part has its floor: the same without a flood, in the same run.

const perSecond = Number(process.env['SUZU_BENCH_NOTES'] ?? 200);
const partMs = (Number(process.env['SUZU_BENCH_SECONDS'] ?? 60) / 3) * 1000;
const floorMs = 5_000;
const profileTo = process.env['SUZU_BENCH_PROFILE'];

interface Row extends Frames {
  readonly part: string;
  readonly nodes: number;
  readonly heap: number;
  readonly mainRss: number;
  readonly captured: number;
  readonly captureFrames: number;
  readonly pictures: number;
  readonly questions: number;
  readonly floor?: Frames;
}

test('a flood', async ({ misskey, tray }) => {
  const app = await misskey.launchOnline({ driveWindow: true });
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  const page = await app.window();
  await page.getByRole('tab', { name: /Timeline/ }).click();
  const feed = page.getByRole('feed', { name: 'Home timeline' });
  await feed.waitFor();
  await delay(1_000);

  const { server } = misskey;
  const captures = followCaptures(server);
  const rest = (ms: number) => () => delay(ms);
  const wheel = (ms: number) => () => scrollFor(page, ms);
  const rows: Row[] = [];
  const mainRss = () => rssOf(app.pid);
  const measure = async (part: string, act: () => Promise<void>, floor?: Frames) => {
    const framesBefore = captures.frames;
    const startedAt = Date.now();
    const frames = await measureFrames(page, act);
    const { nodes, heap } = await measureHolding(page);
    rows.push({
      part,
      ...frames,
      nodes,
      heap,
      mainRss: mainRss(),
      captured: captures.now.size,
      captureFrames: captures.frames - framesBefore,
      ...requestsSince(server, startedAt),
      ...(floor && { floor }),
    });
    return frames;
  };

  const resting = await measure('no flood, at rest', rest(floorMs));
  const scrolling = await measure('no flood, scrolling', wheel(floorMs));
  await toTop(page);
  const profiler = profileTo === undefined ? null : await page.context().newCDPSession(page);
  await profiler?.send('Profiler.enable');
  await profiler?.send('Profiler.start');
  const flood = startFlood(server, perSecond);
  await measure('at the top', rest(partMs), resting);
  await scrollBy(page, 600);
  await measure('reading', rest(partMs), resting);
  await measure('scrolling', wheel(partMs), scrolling);
  flood.stop();
  if (profiler !== null && profileTo !== undefined) {
    const { profile } = await profiler.send('Profiler.stop');
    writeFileSync(profileTo, JSON.stringify(profile));
  }
  await delay(3_000);
  await measure('after it, at rest', rest(floorMs), resting);
  captures.stop();
  print(rows, flood.posted.length, captures.most);
});

async function scrollBy(page: Page, pixels: number): Promise<void> {
  const box = await page.getByRole('feed').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, 300);
  await page.mouse.wheel(0, pixels);
  await delay(200);
}

async function toTop(page: Page): Promise<void> {
  await page
    .locator('.list-scroller')
    .first()
    .evaluate((scroller) => scroller.scrollTo({ top: 0 }));
  await delay(500);
}

/** As a hand on a wheel does it: down for a while, then up again. */
async function scrollFor(page: Page, ms: number): Promise<void> {
  const until = performance.now() + ms;
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.wheel(0, step % 60 < 40 ? 100 : -120);
    await delay(30);
  }
}

/** What the server was asked for over HTTP; it counts no more than a thousand. */
function requestsSince(server: DemoServer, startedAt: number) {
  const urls = server.requests.filter(({ at }) => at >= startedAt).map(({ url }) => url);
  const questions = urls.filter((url) => url.startsWith('/api/')).length;
  return { pictures: urls.length - questions, questions };
}

/** In bytes, from /proc. */
function rssOf(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

function print(rows: readonly Row[], posted: number, mostCaptured: number): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  const times = (value: number, floor?: number) =>
    floor === undefined || floor === 0 ? '' : ` ×${(value / floor).toFixed(1)}`;
  process.stdout.write(
    `\n${posted} notes, ${perSecond} a second; at most ${mostCaptured} captured\n`,
  );
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.part,
        {
          frames: row.count,
          gap: ms(row.median) + times(row.median, row.floor?.median),
          p95: ms(row.p95) + times(row.p95, row.floor?.p95),
          worst: ms(row.worst) + times(row.worst, row.floor?.worst),
          '>50': row.over50,
          '>100': row.over100,
          'long tasks': `${row.longTasks} (${ms(row.longTaskMs)})`,
          call: `${ms(row.callMedian)} / ${ms(row.callWorst)}`,
          nodes: row.nodes,
          heap: mb(row.heap),
          'main rss': mb(row.mainRss),
          batches: row.batches,
          patches: row.patches,
          captured: row.captured,
          'capture frames': row.captureFrames,
          'pictures, questions': `${row.pictures}, ${row.questions}`,
        },
      ]),
    ),
  );
}
