import type { Relation } from '../../src-main/engine/misskey/answers/relation.ts';
import type { Me, Note, Policies } from '../../src-main/engine/misskey/api/schemas.ts';
import { OwnSignIns } from '../../src-main/engine/misskey/inbox/own-sign-ins.ts';
import type { Presence } from '../../src-main/engine/misskey/link/open-link.ts';
import { MisskeySource } from '../../src-main/engine/misskey/source.ts';
import {
  type PlainTimelineKind,
  plainTimeline,
} from '../../src-main/engine/misskey/timelines/timelines.ts';
import type { ConnectionState } from '../../src-main/engine/streaming/connection.ts';
import { createPace } from '../../src-main/engine/streaming/pace.ts';
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
  token = fakeToken,
  presence = 'stream',
}: {
  readonly bench?: BellBench;
  readonly api?: FakeApi;
  readonly sockets?: FakeSockets;
  readonly proven?: boolean;
  /** Null = a guest. */
  readonly token?: string | null;
  readonly presence?: Presence;
} = {}) {
  api.answer('i', () => rawMe());
  api.answer('i/notifications', () => []);
  for (const name of ['timeline', 'local-timeline', 'hybrid-timeline', 'global-timeline']) {
    api.answer(`notes/${name}`, () => []);
  }
  const ownSignIns = new OwnSignIns(bench.clock);
  const states: ConnectionState[] = [];
  const mes: Me[] = [];
  const policies: Policies[] = [];
  const changes: TimelineChange[] = [];
  const closed: string[] = [];
  const updatedNotes: Note[] = [];
  const removedNotes: string[] = [];
  const changedEmojis: string[] = [];
  const relations = new Map<string, Relation>();
  const counts = { forbidden: 0 };
  const source = new MisskeySource(
    { id: alice, origin: fakeOrigin },
    { token, presence, provenMisskey: proven, pace: createPace(bench.clock) },
    {
      clock: bench.clock,
      random: () => 0,
      fetch: api.fetch,
      socketOpener: () => sockets.open,
      bell: bench.bell,
      history: bench.history,
      log: bench.log,
      isOwnSignIn: () => ownSignIns.take(fakeOrigin),
    },
    {
      onState: (state) => void states.push(state),
      onMe: (me) => void mes.push(me),
      onGuestPolicies: (allowed) => void policies.push(allowed),
      onTimelineChange: (_key, change) => void changes.push(change),
      onTimelineClosed: (key) => void closed.push(key),
      onRelation: (userId, change) => {
        const relation = relations.get(userId);
        if (relation !== undefined) relations.set(userId, change(relation));
      },
      onForbidden: () => {
        counts.forbidden += 1;
      },
      onNoteUpdate: (note) => void updatedNotes.push(note),
      onEmojis: (names) => void changedEmojis.push(...names),
      onNoteRemove: (noteId) => void removedNotes.push(noteId),
    },
  );
  bench.hooks.onAllReadHere = () => source.tellRead();
  return {
    ...bench,
    ownSignIns,
    api,
    sockets,
    source,
    states,
    mes,
    /** What the server allows a guest, each time that it said so. */
    policies,
    changes,
    /** The keys of the timelines that were closed. */
    closed,
    updatedNotes,
    /** The ids of the notes that went. */
    removedNotes,
    /** The names of the emojis that came, changed or went. */
    changedEmojis,
    /** The relations that are shown, by user id: the test puts them there. */
    relations,
    /** How often the server said that the token may not answer. */
    counts,
    /** An open timeline; throws when it is not open. */
    feed(key = 'home') {
      const feed = source.timelines.get(key);
      if (feed === undefined) throw new Error(`${key} is not open`);
      return feed;
    },
    /** Looks at these timelines and at no other. */
    watch: (...kinds: readonly PlainTimelineKind[]) =>
      source.watchTimelines(kinds.map(plainTimeline)),
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
