import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('a timeline', () => {
  test('shows what is there, what comes, and what is older', async () => {
    const id = await live.online();
    live.engine.accounts.timelines.watch([{ accountId: id, key: 'home' }]);
    const feed = await live.engine.waitFor(() =>
      live.engine.accounts.get(id)?.source?.timelines.get('home'),
    );
    await live.engine.waitFor(() => feed.status.state === 'ready');
    const before = feed.timeline.notes.length;
    expect(before).toBeGreaterThan(0);
    const noteId = live.server.postNote('akari', { text: 'just now' });
    await live.engine.waitFor(() => feed.timeline.notes[0]?.id === noteId);
    await feed.loadOlder();
    expect(feed.timeline.notes.length).toBeGreaterThanOrEqual(before + 1);
    const ids = feed.timeline.notes.map((note) => note.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('that the policies forbid is not offered, and says so when it is opened all the same', async () => {
    live.server.setPolicies({ ltlAvailable: false });
    const id = await live.online();
    expect(live.engine.accounts.get(id)?.me?.policies.ltlAvailable).toBe(false);
    live.engine.accounts.timelines.watch([{ accountId: id, key: 'local' }]);
    const feed = await live.engine.waitFor(() =>
      live.engine.accounts.get(id)?.source?.timelines.get('local'),
    );
    await live.engine.waitFor(() => feed.status.state === 'failed');
    expect(feed.status).toMatchObject({ error: { kind: 'rejected', code: 'LTL_DISABLED' } });
  });
});
