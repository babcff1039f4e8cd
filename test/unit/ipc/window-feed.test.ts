import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import type { Snapshot } from '../../../src-main/ipc/contract.ts';
import { applyPatch } from '../../../src-renderer/state/reducer.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { fakeStart, settle } from '../../support/fake-clock.ts';
import { confirm, receiveEvent } from '../../support/fake-misskey.ts';
import { aNotice, rawMe, rawNote } from '../../support/samples.ts';

/** A window: takes a snapshot and applies every patch after it, as the real one does. */
function openWindow(bench: AppBench) {
  bench.world.hasWindow = true;
  const start = bench.commands.getSnapshot();
  bench.patches.length = 0;
  return {
    state: (): Snapshot => bench.patches.reduce(applyPatch, start),
    /** What the window has is what a new one would get. */
    expectInSync() {
      expect(this.state()).toEqual(bench.feed.snapshot());
    },
  };
}

async function onlineBench(ids: readonly string[] = [alice]) {
  const bench = appBench(ids.map((id) => storedAccount(id)));
  await bench.online();
  return bench;
}

/** Notices `n1` … `nCount`, each a second younger than the one before, the last one now. */
const notices = (count: number, accountId = alice) =>
  Array.from({ length: count }, (_, index) =>
    aNotice(`n${index + 1}`, { accountId, createdAt: fakeStart - (count - 1 - index) * 1_000 }),
  );

const note = (id: string, secondsAgo = 0) =>
  rawNote({ id, createdAt: new Date(fakeStart - secondsAgo * 1_000).toISOString() });

const shown = ({ notices: { items } }: Snapshot) => items.map(({ id }) => id.split('/')[1]);
const notesOf = ({ timeline }: Snapshot) => timeline?.notes.map(({ id }) => id);

describe('a snapshot', () => {
  test('of a Suzu without accounts', () => {
    expect(appBench([]).feed.snapshot()).toEqual({
      locale: 'en',
      platform: 'linux',
      version: '1.2.3',
      settings: { language: 'en', theme: 'system', clickOpens: 'browser' },
      accounts: [],
      notices: { items: [], hasOlder: false },
      timeline: null,
      detail: null,
      pause: { until: null },
      place: { view: 'notices', accountId: null, anchors: { notices: null, timeline: null } },
      signIn: { phase: 'idle' },
      secrets: { storage: 'keyring', consentNeeded: true },
      banners: [],
    });
  });

  test('has the accounts with what is unread, and the newest notices', async () => {
    const bench = await onlineBench([alice, dana]);
    for (const notice of notices(70)) bench.bell.ring(notice, true);
    const snapshot = bench.feed.snapshot();
    expect(snapshot.accounts.map(({ id, unread, state }) => [id, unread, state])).toEqual([
      [alice, 70, 'online'],
      [dana, 0, 'online'],
    ]);
    expect(snapshot.notices.items).toHaveLength(60);
    expect(snapshot.notices.items[0]?.id).toBe(`${alice}/n70`);
    expect(snapshot.notices.hasOlder).toBe(true);
  });

  test('has no notice of an account that is gone', async () => {
    const bench = await onlineBench();
    bench.bell.ring(aNotice('n1', { accountId: dana }), true);
    expect(bench.feed.snapshot().notices.items).toEqual([]);
  });

  test('never holds a token', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.bell.ring(aNotice('n1'), true);
    expect(JSON.stringify(bench.commands.getSnapshot())).not.toContain('token of');
  });
});

describe('the place', () => {
  test('falls back to the first account', async () => {
    const bench = await onlineBench([alice, dana]);
    expect(bench.feed.place.accountId).toBe(alice);
    bench.feed.go({ accountId: dana });
    expect(bench.feed.place.accountId).toBe(dana);
    bench.feed.go({ accountId: 'nobody@example.social' });
    expect(bench.feed.place.accountId).toBe(alice);
  });

  test('is kept for the next window, with what was in sight', async () => {
    const bench = await onlineBench([alice, dana]);
    const place = {
      view: 'timeline',
      accountId: dana,
      anchors: { notices: { id: 'n1', offset: 3 }, timeline: null },
    } as const;
    bench.feed.rememberPlace(place);
    bench.feed.windowClosed();
    expect(bench.feed.snapshot().place).toEqual(place);
  });

  test('moves on when its account goes', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.feed.go({ accountId: dana, view: 'timeline' });
    const window = openWindow(bench);
    await bench.commands.signOut(dana);
    expect(window.state().place).toMatchObject({ accountId: alice, view: 'timeline' });
    window.expectInSync();
  });
});

describe('without a window', () => {
  test('nothing is sent and nothing is made', async () => {
    const bench = await onlineBench();
    bench.world.viewsMade = 0;
    for (const notice of notices(3)) bench.bell.ring(notice, true);
    bench.bell.markAllRead(alice);
    bench.bell.pauseUntil(fakeStart + 1_000);
    bench.commands.changeSettings({ theme: 'dark' });
    bench.feed.setBanner({ id: 'b', severity: 'info', text: 'b' });
    bench.feed.sendOlderNotices();
    bench.feed.go({ view: 'timeline' });
    bench.feed.timelineReset();
    bench.sockets(alice).last.end({ kind: 'closed', code: 1006 });
    expect(bench.patches).toEqual([]);
    expect(bench.world.viewsMade).toBe(0);
  });

  test('however many notices came, the next window starts with the newest page', async () => {
    const bench = await onlineBench();
    for (const notice of notices(200)) bench.bell.ring(notice, true);
    expect(openWindow(bench).state().notices.items).toHaveLength(60);
  });

  test('a window that had paged on starts anew when it comes back', async () => {
    const bench = await onlineBench();
    for (const notice of notices(200)) bench.bell.ring(notice, true);
    openWindow(bench);
    bench.feed.sendOlderNotices();
    bench.world.hasWindow = false;
    bench.feed.windowClosed();
    expect(openWindow(bench).state().notices.items).toHaveLength(60);
  });
});

describe('patches after a snapshot lead to what a new snapshot has', () => {
  test('notices: new, read, all read, held', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    for (const notice of notices(3)) bench.bell.ring(notice, true);
    bench.bell.ring(aNotice('n1', { accountId: dana }), true);
    expect(shown(window.state())).toEqual(['n3', 'n1', 'n2', 'n1']);
    window.expectInSync();
    bench.bell.markRead(`${alice}/n2`);
    window.expectInSync();
    bench.bell.markAllRead(dana);
    window.expectInSync();
    bench.bell.pauseUntil(fakeStart + 60_000);
    bench.bell.ring(aNotice('n9'), true);
    expect(window.state().pause.until).toBe(fakeStart + 60_000);
    window.expectInSync();
    bench.bell.onToastResult({ id: `${alice}/n3`, result: 'failed' });
    window.expectInSync();
  });

  test('accounts: states, signing out', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    bench.sockets(dana).last.end({ kind: 'closed', code: 1006 });
    await settle();
    expect(window.state().accounts[1]).toMatchObject({ state: 'waiting' });
    window.expectInSync();
    await bench.commands.signOut(alice);
    expect(window.state().accounts.map(({ id }) => id)).toEqual([dana]);
    window.expectInSync();
    await bench.commands.signOut(dana);
    expect(window.state().timeline).toBeNull();
    window.expectInSync();
  });

  test('the timeline: loading, loaded, new notes, older ones', async () => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', ({ parameters }) =>
      'untilId' in parameters ? [note('a', 30)] : [note('c', 10), note('b', 20)],
    );
    const window = openWindow(bench);
    expect(window.state().timeline?.state).toBe('loading');
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(notesOf(window.state())).toEqual(['c', 'b']);
    window.expectInSync();
    receiveEvent(bench.sockets(alice).last, 'homeTimeline', 'note', note('d'));
    expect(notesOf(window.state())).toEqual(['d', 'c', 'b']);
    window.expectInSync();
    expect(await bench.commands.loadOlderNotes()).toEqual({ ok: true });
    expect(notesOf(window.state())).toEqual(['d', 'c', 'b', 'a']);
    window.expectInSync();
  });

  test('another account, another timeline', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    bench.commands.selectTimeline(dana, 'local');
    confirm(bench.sockets(dana).last, 'localTimeline');
    await settle();
    expect(window.state().timeline).toMatchObject({ accountId: dana, name: 'local' });
    expect(window.state().place.accountId).toBe(dana);
    window.expectInSync();
  });

  test('settings, banners, detail, signing in', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    bench.commands.changeSettings({ theme: 'dark' });
    window.expectInSync();
    bench.feed.setBanner({ id: 'b', severity: 'info', text: 'b' });
    window.expectInSync();
    bench.feed.setDetail({ kind: 'loading' });
    window.expectInSync();
    bench.commands.startSignIn('not a server');
    await settle();
    expect(window.state().signIn.phase).toBe('failed');
    window.expectInSync();
    bench.commands.cancelSignIn();
    window.expectInSync();
  });
});

test('what happens on a timeline that is not open stays out of the window', async () => {
  const bench = await onlineBench([alice, dana]);
  const window = openWindow(bench);
  bench.feed.timelineChanged(dana, { kind: 'remove', noteId: 'note-1' });
  bench.feed.timelineChanged(dana, { kind: 'older', notes: [], hasOlder: false });
  bench.feed.timelineChanged('nobody', { kind: 'reset' });
  expect(bench.patches).toEqual([]);
  window.expectInSync();
});

describe('older notices', () => {
  /** Asks for more until there is no more, at most ten times. */
  function readToTheEnd(bench: AppBench, window: ReturnType<typeof openWindow>) {
    for (let page = 0; page < 10 && window.state().notices.hasOlder; page += 1) {
      bench.feed.sendOlderNotices();
    }
  }

  test('come page by page without holes or doubles', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.feed.sendOlderNotices();
    expect(window.state().notices.items).toHaveLength(120);
    window.expectInSync();
    bench.feed.sendOlderNotices();
    expect(shown(window.state())).toEqual(Array.from({ length: 150 }, (_, n) => `n${150 - n}`));
    expect(window.state().notices.hasOlder).toBe(false);
    bench.feed.sendOlderNotices();
    expect(window.state().notices.items).toHaveLength(150);
    window.expectInSync();
  });

  test('though new ones come in between', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    for (const id of ['x', 'y', 'z'])
      bench.bell.ring(aNotice(id, { createdAt: fakeStart + 1 }), true);
    readToTheEnd(bench, window);
    const expected = Array.from({ length: 150 }, (_, n) => `n${150 - n}`);
    expect(shown(window.state())).toEqual(['z', 'y', 'x', ...expected]);
    window.expectInSync();
  });

  test('though one comes that is older than all that is shown', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.bell.ring(aNotice('late', { createdAt: fakeStart - 100_500 }), true);
    expect(shown(window.state())).not.toContain('late');
    expect(window.state().accounts[0]?.unread).toBe(151);
    window.expectInSync();
    readToTheEnd(bench, window);
    const all = Array.from({ length: 150 }, (_, n) => `n${150 - n}`);
    expect(shown(window.state())).toEqual(all.toSpliced(101, 0, 'late'));
    window.expectInSync();
  });

  test('stay when everything is read', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.feed.sendOlderNotices();
    bench.bell.markAllRead(alice);
    expect(window.state().notices.items).toHaveLength(120);
    expect(window.state().notices.items.every(({ read }) => read)).toBe(true);
  });

  test('of nothing are nothing', async () => {
    const bench = await onlineBench();
    openWindow(bench);
    bench.feed.sendOlderNotices();
    expect(bench.patches).toEqual([]);
  });
});

describe('banners', () => {
  test('come in order, replace their like, and go', () => {
    const { feed } = appBench([]);
    const texts = () => feed.snapshot().banners.map(({ text }) => text);
    feed.setBanner({ id: 'a', severity: 'info', text: 'a' });
    feed.setBanner({ id: 'b', severity: 'error', text: 'b' });
    feed.setBanner({ id: 'a', severity: 'warning', text: 'a again' });
    expect(texts()).toEqual(['b', 'a again']);
    feed.removeBanner('b');
    feed.removeBanner('nobody');
    expect(texts()).toEqual(['a again']);
  });
});

describe('a change of the language', () => {
  test('words everything anew', async () => {
    const bench = await onlineBench();
    bench.bell.ring(aNotice('n1'), true);
    bench.api.answer('notes/timeline', () => apiFailure(400, 'HTL_DISABLED'));
    const window = openWindow(bench);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    bench.commands.startSignIn('not a server');
    await settle();
    expect(window.state().timeline?.state).toBe('failed');
    for (const language of ['ja', 'ko'] as const) {
      bench.commands.changeSettings({ language });
      const words = messagesIn(language);
      const state = window.state();
      expect(state.locale).toBe(language);
      expect(state.accounts[0]?.stateText).toBe(words.state.online);
      expect(state.notices.items[0]?.title).toBe(words.notice.follow('Bob'));
      expect(state.signIn).toMatchObject({ error: words.error.serverName });
      expect(state.timeline?.error).toBe(words.error.timelineForbidden);
      window.expectInSync();
    }
  });
});

describe('a timeline that cannot be loaded', () => {
  test.each([
    ['unreachable', () => Promise.reject(new TypeError('fetch failed')), 'cannot be reached'],
    ['forbidden', () => apiFailure(400, 'LTL_DISABLED'), 'does not offer this timeline'],
    ['with a server in trouble', () => apiFailure(500, 'INTERNAL_ERROR'), 'has a problem'],
  ])('%s: says so', async (_how, answer, words) => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', answer);
    const window = openWindow(bench);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(window.state().timeline).toMatchObject({ state: 'failed', notes: [] });
    expect(window.state().timeline?.error).toContain(words);
    window.expectInSync();
  });
});

describe('signing in', () => {
  test('shows each step, and the end of it', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    const release = bench.api.hold('meta', () => ({
      version: '2026.3.2',
      uri: 'https://other.example',
    }));
    bench.commands.startSignIn('other.example');
    await settle();
    expect(window.state().signIn).toEqual({ phase: 'checking', server: 'other.example' });
    release();
    await settle();
    expect(window.state().signIn).toMatchObject({
      phase: 'waiting',
      host: 'other.example',
      url: expect.stringContaining('https://other.example/miauth/a-uuid'),
      expiresAt: fakeStart + 600_000,
    });
    bench.api.answer('miauth/a-uuid/check', () => ({
      ok: true,
      token: `token of ${dana}`,
      user: rawMe({ id: 'user-dana', username: 'dana' }),
    }));
    await bench.clock.advance(3_000);
    expect(window.state().signIn).toEqual({ phase: 'done', accountId: dana });
    expect(window.state().place).toMatchObject({ view: 'timeline', accountId: dana });
    bench.commands.startSignIn('nonsense');
    await settle();
    expect(window.state().signIn.phase).toBe('failed');
  });
});
