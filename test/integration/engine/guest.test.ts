import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;
let guest: string;

beforeEach(async () => {
  live = await liveBench();
  guest = live.engine.accounts.watchServer(live.named);
  await live.engine.waitForState(guest, 'online');
});

afterEach(() => live.end());

const account = () => live.engine.accounts.get(guest);
const held = (noteId: string) => account()?.source?.notes.find(noteId) ?? null;

/** The guest looks at a timeline; resolves once it is there. */
async function look(key: string) {
  live.engine.accounts.timelines.watch([{ accountId: guest, key }]);
  const feed = await live.engine.waitFor(() => account()?.source?.timelines.get(key));
  await live.engine.waitFor(() => feed.status.state !== 'loading');
  return feed;
}

describe('a guest on a server', () => {
  test('sees public timelines live, and nothing but what is public', async () => {
    const feed = await look('local');
    expect(feed.status.state).toBe('ready');
    expect(feed.notLive).toBeNull();
    const hidden = live.server.postNote('akari', { text: 'for few', visibility: 'followers' });
    const shown = live.server.postNote('akari', { text: 'for all' });
    await live.engine.waitFor(() => held(shown));
    expect(held(hidden)).toBeNull();
    expect(feed.timeline.notes.every(({ visibility }) => visibility === 'public')).toBe(true);
    expect(feed.timeline.notes[0]?.id).toBe(shown);
  });

  test('captures what is seen, and renews it after an outage', async () => {
    await look('global');
    const noteId = live.server.postNote('akari', { text: 'look at me' });
    await live.engine.waitFor(() => held(noteId));
    live.engine.accounts.notes.watch([{ accountId: guest, noteIds: [noteId] }]);
    live.server.react('mei', noteId, '👍');
    await live.engine.waitFor(() => held(noteId)?.reactions['👍'] === 1);
    await live.server.kill();
    live.server.react('jiho', noteId, '👍');
    await live.server.start();
    await live.engine.waitForState(guest, 'waiting');
    live.engine.accounts.nudge();
    await live.engine.waitFor(() => held(noteId)?.reactions['👍'] === 2);
    live.server.deleteNote(noteId);
    await live.engine.waitFor(() => held(noteId) === null);
    expect(live.engine.accounts.get(guest)?.state.name).toBe('online');
  });

  test('is nobody: nothing rings, and no token goes anywhere', async () => {
    await look('local');
    live.server.announcement('For all', 'hello all');
    live.server.app('for minato', 'alone');
    const last = live.server.postNote('mei', { text: 'the end' });
    await live.engine.waitFor(() => held(last));
    expect([live.engine.toasts, live.engine.kept()]).toEqual([[], []]);
    expect(live.server.upgrades.map(({ headers }) => headers['authorization'])).toEqual([
      undefined,
    ]);
    expect(live.server.upgrades.map(({ url }) => url)).toEqual(['/streaming']);
    expect(live.server.requests.filter(({ headers }) => headers['authorization'])).toEqual([]);
    const asked = live.engine.sent.map(({ endpoint }) => endpoint);
    expect(new Set(asked)).toEqual(new Set(['meta', 'notes/local-timeline']));
    expect(live.engine.sent.filter(({ body }) => 'i' in JSON.parse(body))).toEqual([]);
  });

  test('is refused by silence what only accounts have, and stays online', async () => {
    const asked = [
      { channel: 'main', params: {} },
      { channel: 'homeTimeline', params: {} },
      { channel: 'hybridTimeline', params: {} },
      { channel: 'antenna', params: { antennaId: 'any' } },
      { channel: 'drive', params: {} },
    ] as const;
    const refusals = asked.map(
      (request) =>
        new Promise((resolve) => {
          account()?.source?.openChannel(request, { onEvent: () => {}, onRefused: resolve });
        }),
    );
    expect(await Promise.all(refusals)).toEqual(asked.map(() => 'refused'));
    expect(account()?.state.name).toBe('online');
  });

  test('is told when the server’s policies allow guests no timeline', async () => {
    live.server.setPolicies({ ltlAvailable: false });
    live.server.dropConnections();
    await live.engine.waitFor(() => account()?.policies?.ltlAvailable === false);
    const feed = await look('local');
    expect(feed.status).toMatchObject({ state: 'failed', error: { code: 'LTL_DISABLED' } });
  });

  test('becomes whoever signs in there, with a baseline of its own', async () => {
    live.server.app('before', 'before');
    const failed = await live.engine.signIn.withToken(
      live.named.origin,
      live.server.issueToken(live.server.account),
    );
    expect(failed).toBeNull();
    const own = await live.engine.waitFor(() =>
      live.engine.accounts.all().find(({ stored }) => stored.addedBy !== 'guest'),
    );
    await live.engine.waitForState(own.stored.id, 'online');
    await live.engine.waitForBaseline(own.stored.id);
    expect(live.engine.accounts.all()).toHaveLength(1);
    await live.mark('hello');
    expect(live.titles()).toEqual(['hello']);
    expect(live.server.connectionCount).toBe(1);
  });
});

test('a server that turns guests away says so, and one that only stumbles is tried again', async () => {
  live.server.refuseUpgradesWith(502);
  live.server.dropConnections();
  await live.engine.waitFor(() => {
    const state = account()?.state;
    return state?.name === 'waiting' && state.reason === 'server-error';
  });
  live.server.refuseUpgradesWith(401);
  live.engine.accounts.nudge();
  const state = await live.engine.waitForState(guest, 'refused');
  expect(state).toMatchObject({ reason: 'guest-refused' });
});
