import type { Page } from '@playwright/test';
import * as v from 'valibot';

const framesSchema = v.object({
  count: v.number(),
  /** From one frame to the next. */
  median: v.number(),
  p95: v.number(),
  worst: v.number(),
  /** Gaps longer than that. */
  over50: v.number(),
  over100: v.number(),
  /** How long calls to the main process took that do nothing there. */
  callMedian: v.number(),
  callWorst: v.number(),
  /** Tasks of the page that took over 50 ms: how many, and all together. */
  longTasks: v.number(),
  longTaskMs: v.number(),
  /** Batches of patches, and patches, that came. */
  batches: v.number(),
  patches: v.number(),
});

/** How a page ran for a while; times in milliseconds. */
export type Frames = v.InferOutput<typeof framesSchema>;

/** Runs in the page; what it leaves there ends the measurement and tells of it. */
const meter = `(() => {
  const gaps = [];
  const calls = [];
  const tasks = [];
  let batches = 0;
  let patches = 0;
  let last = performance.now();
  let frame = requestAnimationFrame(function tick() {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    frame = requestAnimationFrame(tick);
  });
  const caller = setInterval(async () => {
    const asked = performance.now();
    await suzu.reloadTimeline({ accountId: 'nobody', key: 'none' });
    calls.push(performance.now() - asked);
  }, 100);
  const stopPatches = suzu.onPatches((batch) => {
    batches += 1;
    patches += batch.length;
  });
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const at = (values, share) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  window.endMeter = () => {
    cancelAnimationFrame(frame);
    clearInterval(caller);
    stopPatches();
    observer.disconnect();
    return {
      count: gaps.length,
      median: at(gaps, 0.5),
      p95: at(gaps, 0.95),
      worst: Math.max(0, ...gaps),
      over50: gaps.filter((gap) => gap > 50).length,
      over100: gaps.filter((gap) => gap > 100).length,
      callMedian: at(calls, 0.5),
      callWorst: Math.max(0, ...calls),
      longTasks: tasks.length,
      longTaskMs: tasks.reduce((sum, task) => sum + task, 0),
      batches,
      patches,
    };
  };
})()`;

/** Measures a page while `act` goes on. */
export async function measureFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(meter);
  await act();
  return v.parse(framesSchema, await page.evaluate('endMeter()'));
}

/** What a page holds. */
export interface Holding {
  readonly nodes: number;
  /** After the garbage was collected, in bytes. */
  readonly heap: number;
}

/** Collects the page's garbage and counts what is left. */
export async function measureHolding(page: Page): Promise<Holding> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const nodes = v.parse(v.number(), await page.evaluate('document.querySelectorAll("*").length'));
  return { nodes, heap: usedSize };
}
