import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoServer } from '../../src-main/demo/server.ts';
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
import type { NotificationDaemon } from '../support/notification-daemon.ts';

// How long an account's notice takes to the notification daemon while a feed is flooded with what is
// filtered away, over the same without a flood in the same run.

const perSecond = Number(process.env['SUZU_BENCH_EVENTS'] ?? 10_000);
const partMs = Number(process.env['SUZU_BENCH_SECONDS'] ?? 10) * 1000;
const ringEveryMs = 200;
const systems = ['sse', 'websocket', 'mqtt'] as const;

interface Row {
  readonly part: string;
  readonly perSecond: number;
  /** From the act on the server to the call at the daemon, sorted; ms. */
  readonly waits: readonly number[];
  /** Of the main process, as a part of one core. */
  readonly cpu: number;
  readonly memory: number;
}

test('a flood of what is filtered away', async ({ misskey, notifications, profile, servers }) => {
  const broker = await servers.mosquitto();
  const flood = await startFeedFlood(broker.port);
  const rule = { when: [{ field: 'kind', is: 'is' as const, value: 'news' }] };
  const feeds = {
    sse: aFeed('sse', sse(`http://${flood.host}/`), rule),
    websocket: aFeed('socket', webSocket(`ws://${flood.host}/`), rule),
    mqtt: aFeed('mqtt', mqtt(broker.url, { topics: [{ filter: 'flood', qos: 1 }] }), rule),
  };
  await keepFeeds(profile, Object.values(feeds));
  const app = await misskey.launchOnline({ userDataDir: profile, args: ['--hidden'] });
  for (const feed of Object.values(feeds)) await app.trace.waitFor(feedIs(feed, 'online'));

  const rows: Row[] = [];
  const measure = async (part: string, sent: () => Promise<number>) => {
    const [cpuBefore, startedAt] = [cpuSeconds(app.pid), performance.now()];
    const waits = await ringFor(misskey.server, notifications, part);
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = (cpuSeconds(app.pid) - cpuBefore) / seconds;
    rows.push({ part, waits, cpu, perSecond: (await sent()) / seconds, memory: memory(app.pid) });
  };
  await measure('no flood', async () => 0);
  for (const system of systems) {
    flood.start(system, perSecond);
    await measure(system, () => flood.stop(system));
    flood.say(system, `after ${system}`);
    await app.trace.waitFor(toastSays(`after ${system}`));
  }
  await measure('after all', async () => 0);
  await flood.remove();
  print(rows);
});

async function ringFor(server: DemoServer, notifications: NotificationDaemon, part: string) {
  const waits: number[] = [];
  const until = performance.now() + partMs;
  for (let round = 0; performance.now() < until; round += 1) {
    const title = `${part} ${round}`;
    const startedAt = performance.now();
    server.app(title, title);
    await notifications.calls.waitFor(({ summary }) => summary === title);
    waits.push(performance.now() - startedAt);
    await delay(ringEveryMs);
  }
  return waits.toSorted((a, b) => a - b);
}

/** Of all that the process has used so far; /proc counts in hundredths. */
function cpuSeconds(pid: number): number {
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(words[11]) + Number(words[12])) / 100;
}

/** In bytes. */
function memory(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

const at = (waits: readonly number[], part: number) =>
  waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;

function print(rows: readonly Row[]): void {
  const floor = rows[0]?.waits ?? [];
  const ms = (waits: readonly number[], part: number) =>
    `${at(waits, part).toFixed(1)} ms ×${(at(waits, part) / at(floor, part)).toFixed(2)}`;
  console.table(
    Object.fromEntries(
      rows.map(({ part, waits, cpu, perSecond: rate, memory: bytes }) => [
        part,
        {
          'events a second': Math.round(rate),
          notices: waits.length,
          median: ms(waits, 0.5),
          p95: ms(waits, 0.95),
          worst: ms(waits, 1),
          cpu: `${(cpu * 100).toFixed(0)} %`,
          memory: `${(bytes / 1024 / 1024).toFixed(0)} MB`,
        },
      ]),
    ),
  );
}
