import type { Me } from '../../src-main/engine/misskey/schemas.ts';
import { MisskeySource } from '../../src-main/engine/misskey/source.ts';
import type { TimelineStatus } from '../../src-main/engine/misskey/timeline-feed.ts';
import type { ConnectionState } from '../../src-main/engine/streaming/connection.ts';
import type { TimelineChange } from '../../src-main/engine/timeline/timeline.ts';
import { type BellBench, bellBench } from './bell-bench.ts';
import { type FakeApi, fakeApi, fakeOrigin, fakeToken } from './fake-api.ts';
import { settle } from './fake-clock.ts';
import { connectsOf, goOnline } from './fake-misskey.ts';
import { type FakeSockets, fakeSockets } from './fake-socket.ts';
import { rawMe } from './samples.ts';

export const alice = 'alice@example.social';

/**
 * A whole account over a played socket and a played HTTP API, with a real bell and history. The API
 * starts with an account that has no notifications and empty timelines.
 */
export function sourceBench({
  bench = bellBench(),
  api = fakeApi(),
  sockets = fakeSockets(),
  proven = false,
}: {
  readonly bench?: BellBench;
  readonly api?: FakeApi;
  readonly sockets?: FakeSockets;
  readonly proven?: boolean;
} = {}) {
  api.answer('i', () => rawMe());
  api.answer('i/notifications', () => []);
  for (const name of ['timeline', 'local-timeline', 'hybrid-timeline', 'global-timeline']) {
    api.answer(`notes/${name}`, () => []);
  }
  const states: ConnectionState[] = [];
  const mes: Me[] = [];
  const changes: TimelineChange[] = [];
  const statuses: TimelineStatus[] = [];
  const source = new MisskeySource(
    { id: alice, origin: fakeOrigin },
    fakeToken,
    proven,
    {
      clock: bench.clock,
      random: () => 0,
      fetch: api.fetch,
      socketOpener: () => sockets.open,
      bell: bench.bell,
      history: bench.history,
      log: bench.log,
    },
    {
      onState: (state) => void states.push(state),
      onMe: (me) => void mes.push(me),
      onTimelineChange: (change) => void changes.push(change),
      onTimelineStatus: (status) => void statuses.push(status),
    },
  );
  return {
    ...bench,
    api,
    sockets,
    source,
    states,
    mes,
    changes,
    statuses,
    /** Starts, and lets the server confirm `main`; the baseline or catch-up has run by then. */
    async online() {
      source.start();
      goOnline(sockets.last);
      await settle();
    },
    /** The server confirms a channel on the newest socket. */
    async confirm(channel: string) {
      const id = connectsOf(sockets.last).find((connect) => connect.channel === channel)?.id;
      sockets.last.receive({ type: 'connected', body: { id } });
      await settle();
    },
    /** An event of `main` on the newest socket. */
    async main(type: string, body: unknown = null) {
      const id = connectsOf(sockets.last).find(({ channel }) => channel === 'main')?.id;
      sockets.last.receive({ type: 'channel', body: { id, type, body } });
      await settle();
    },
  };
}

/** An account that is online and was so before: `past` is known, and what it missed since may ring. */
export async function onlineBench(past: readonly string[] = []) {
  const bench = sourceBench();
  bench.history.markKnown(alice, past);
  bench.history.advance(alice, past.at(-1) ?? null);
  await bench.online();
  return bench;
}
