import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import type { Snapshot } from '../../../src-main/ipc/contract.ts';
import { applyPatch, type WindowState } from '../../../src-renderer/state/reducer.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { plainDesktop } from '../../support/desktop-view.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { fakeStart, settle } from '../../support/fake-clock.ts';
import { confirm, receiveEvent } from '../../support/fake-misskey.ts';
import { aNotice, rawMe, rawNote } from '../../support/samples.ts';
import { straight } from '../../support/window-harness/fixtures/network.ts';

/** A window: takes a snapshot and applies every patch after it, as the real one does. */
function openWindow(bench: AppBench) {
  bench.world.hasWindow = true;
  const start: WindowState = bench.feed.snapshot();
  bench.patches.length = 0;
  /** What the window has when everything that is on its way has come. */
  const state = async (): Promise<WindowState> => {
    await bench.clock.advance(50);
    return bench.patches.reduce(applyPatch, start);
  };
  return {
    state,
    /** What the window has is what a new one would get. */
    async expectInSync() {
      const now = await state();
      // Where the reader is, the window alone knows while it is there.
      expect({ ...now, place: null }).toEqual({ ...bench.feed.snapshot(), place: null });
    },
  };
}

/** Looks at these timelines and at no others. */
const look = (bench: AppBench, ...timelines: readonly (readonly [id: string, key: string])[]) =>
  bench.commands.watchTimelines(timelines.map(([accountId, key]) => ({ accountId, key })));

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
const timelineOf = ({ timelines }: Snapshot, accountId: string, key = 'home') =>
  timelines.find((timeline) => timeline.accountId === accountId && timeline.key === key);
const notesOf = (state: Snapshot, accountId = alice) =>
  timelineOf(state, accountId)?.notes.map(({ id }) => id);

describe('a snapshot', () => {
  test('of a Suzu without accounts', () => {
    expect(appBench([]).feed.snapshot()).toEqual({
      locale: 'en',
      platform: 'linux',
      version: '1.2.3',
      settings: { ...defaultSettings, language: 'en' },
      accounts: [],
      feeds: [],
      feedEvents: null,
      notices: { items: [], hasOlder: false },
      timelines: [],
      detail: null,
      compose: null,
      pause: { until: null },
      place: {
        view: 'notices',
        accountId: null,
        settingsPage: null,
        feedId: null,
        columns: [],
        anchors: { notices: null, timelines: [] },
      },
      signIn: { phase: 'idle' },
      secrets: { storage: 'keyring', consentNeeded: true },
      update: { name: 'idle', last: null },
      desktop: plainDesktop,
      banners: [],
      safeMode: false,
      network: straight,
      diagnostics: null,
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
      settingsPage: 'privacy',
      feedId: 'feed-build000',
      columns: [{ accountId: alice, key: 'local' }],
      anchors: {
        notices: { id: 'n1', offset: 3 },
        timelines: [{ accountId: dana, key: 'home', anchor: { id: 'note-1', offset: 0 } }],
      },
    } as const;
    bench.feed.rememberPlace(place);
    bench.feed.windowClosed();
    expect(bench.feed.snapshot().place).toEqual(place);
  });

  test('is led elsewhere once, and never repeated', async () => {
    const bench = await onlineBench([alice, dana]);
    openWindow(bench);
    bench.feed.go({ view: 'timeline', accountId: dana });
    bench.feed.rememberPlace({ ...bench.feed.place, view: 'settings' });
    bench.feed.accountsChanged();
    await bench.clock.advance(400);
    expect(bench.patches.filter(({ kind }) => kind === 'go')).toEqual([
      { kind: 'go', to: { view: 'timeline', accountId: dana } },
    ]);
    expect(JSON.stringify(bench.patches.filter(({ kind }) => kind !== 'go'))).not.toContain(
      '"view":',
    );
  });

  test('moves on when its account goes', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.feed.go({ accountId: dana, view: 'timeline' });
    const window = openWindow(bench);
    await bench.commands.signOut(dana);
    expect(bench.feed.place).toMatchObject({ accountId: alice, view: 'timeline' });
    await window.expectInSync();
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
    look(bench, [alice, 'home']);
    bench.sockets(alice).last.end({ kind: 'closed', code: 1006 });
    expect(bench.patches).toEqual([]);
    expect(bench.world.viewsMade).toBe(0);
  });

  test('however many notices came, the next window starts with the newest page', async () => {
    const bench = await onlineBench();
    for (const notice of notices(200)) bench.bell.ring(notice, true);
    expect((await openWindow(bench).state()).notices.items).toHaveLength(60);
  });

  test('a window that had paged on starts anew when it comes back', async () => {
    const bench = await onlineBench();
    for (const notice of notices(200)) bench.bell.ring(notice, true);
    openWindow(bench);
    bench.feed.sendOlderNotices();
    bench.world.hasWindow = false;
    bench.feed.windowClosed();
    expect((await openWindow(bench).state()).notices.items).toHaveLength(60);
  });
});

describe('patches after a snapshot lead to what a new snapshot has', () => {
  test('notices: new, read, all read, held', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    for (const notice of notices(3)) bench.bell.ring(notice, true);
    bench.bell.ring(aNotice('n1', { accountId: dana }), true);
    expect(shown(await window.state())).toEqual(['n3', 'n1', 'n2', 'n1']);
    await window.expectInSync();
    bench.bell.markRead(`${alice}/n2`);
    await window.expectInSync();
    bench.bell.markAllRead(dana);
    await window.expectInSync();
    bench.bell.pauseUntil(fakeStart + 60_000);
    bench.bell.ring(aNotice('n9'), true);
    expect((await window.state()).pause.until).toBe(fakeStart + 60_000);
    await window.expectInSync();
    bench.bell.onToastResult({ id: `${alice}/n3`, result: 'failed' });
    await window.expectInSync();
  });

  test('accounts: states, signing out', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    bench.sockets(dana).last.end({ kind: 'closed', code: 1006 });
    await settle();
    expect((await window.state()).accounts[1]).toMatchObject({ state: 'waiting' });
    await window.expectInSync();
    await bench.commands.signOut(alice);
    expect((await window.state()).accounts.map(({ id }) => id)).toEqual([dana]);
    await window.expectInSync();
    await bench.commands.signOut(dana);
    await window.expectInSync();
  });

  test('a timeline: loading, loaded, new notes, older ones', async () => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', ({ parameters }) =>
      'untilId' in parameters ? [note('a', 30)] : [note('c', 10), note('b', 20)],
    );
    const window = openWindow(bench);
    look(bench, [alice, 'home']);
    expect(timelineOf(await window.state(), alice)?.state).toBe('loading');
    await window.expectInSync();
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(notesOf(await window.state())).toEqual(['c', 'b']);
    await window.expectInSync();
    receiveEvent(bench.sockets(alice).last, 'homeTimeline', 'note', note('d'));
    expect(notesOf(await window.state())).toEqual(['d', 'c', 'b']);
    await window.expectInSync();
    const home = { accountId: alice, key: 'home' };
    expect(await bench.commands.loadOlderNotes(home)).toEqual({ ok: true });
    expect(notesOf(await window.state())).toEqual(['d', 'c', 'b', 'a']);
    await window.expectInSync();
  });

  test('many timelines of two accounts, some of which go', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.api.answer('notes/timeline', () => [note('a')]);
    bench.api.answer('notes/local-timeline', () => [note('b')]);
    const window = openWindow(bench);
    look(bench, [alice, 'home'], [alice, 'local'], [dana, 'home']);
    for (const [id, channel] of [
      [alice, 'homeTimeline'],
      [alice, 'localTimeline'],
      [dana, 'homeTimeline'],
    ] as const) {
      confirm(bench.sockets(id).last, channel);
    }
    await settle();
    receiveEvent(bench.sockets(dana).last, 'homeTimeline', 'note', note('c'));
    const state = await window.state();
    expect(state.timelines).toHaveLength(3);
    expect(notesOf(state, alice)).toEqual(['a']);
    expect(notesOf(state, dana)).toEqual(['c', 'a']);
    expect(timelineOf(state, alice, 'local')?.notes[0]?.id).toBe('b');
    look(bench, [dana, 'home']);
    expect(bench.feed.snapshot().timelines.map(({ accountId }) => accountId)).toEqual([dana]);
  });

  test('a flood of notes comes in a few batches', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    look(bench, [alice, 'home']);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await window.state();
    const before = bench.world.batches;
    for (let n = 0; n < 200; n += 1) {
      receiveEvent(bench.sockets(alice).last, 'homeTimeline', 'note', note(`flood-${n}`));
      await bench.clock.advance(5);
    }
    expect(timelineOf(await window.state(), alice)?.notes).toHaveLength(150);
    expect(bench.world.batches - before).toBeLessThanOrEqual(9);
    await window.expectInSync();
  });

  test('a flood pushes out nothing that is read, and the reader comes back to the newest', async () => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', () => [note('read', 60)]);
    const window = openWindow(bench);
    look(bench, [alice, 'home']);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    const { place } = bench.feed;
    const timelines = [{ accountId: alice, key: 'home', anchor: { id: 'read', offset: 5 } }];
    bench.commands.reportPlace({ ...place, anchors: { ...place.anchors, timelines } });
    for (let n = 0; n < 500; n += 1) {
      receiveEvent(bench.sockets(alice).last, 'homeTimeline', 'note', note(`flood-${n}`, 50));
    }
    await bench.clock.advance(400);
    const reading = timelineOf(await window.state(), alice);
    expect(reading?.notes.map(({ id }) => id).slice(-2)).toEqual(['flood-0', 'read']);
    expect(reading?.notes).toHaveLength(300);
    expect(reading?.behind).toBe(true);
    expect((await window.state()).timelines).toEqual(bench.feed.snapshot().timelines);

    bench.api.answer('notes/timeline', () => [note('newest', 1), note('before', 2)]);
    bench.commands.reportPlace(place);
    await settle();
    const back = timelineOf(await window.state(), alice);
    expect(back?.notes.slice(0, 2).map(({ id }) => id)).toEqual(['newest', 'before']);
    expect(back).toMatchObject({ behind: false, gapAfter: 'before' });
    await window.expectInSync();
  });

  test('a place that is taken up again is read again', async () => {
    const bench = await onlineBench();
    openWindow(bench);
    look(bench, [alice, 'home']);
    const { place } = bench.feed;
    const timelines = [{ accountId: alice, key: 'home', anchor: { id: 'read', offset: 5 } }];
    bench.commands.reportPlace({ ...place, anchors: { ...place.anchors, timelines } });
    look(bench);
    look(bench, [alice, 'home']);
    const again = bench.accounts.get(alice)?.source?.timelines.get('home');
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    for (let n = 0; n < 200; n += 1) {
      receiveEvent(bench.sockets(alice).last, 'homeTimeline', 'note', note(`n${n}`));
    }
    expect(again?.timeline.notes).toHaveLength(200);
  });

  test('what a snapshot has already does not come after it', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    bench.feed.setBanner({ id: 'a', severity: 'info', text: 'a' });
    look(bench, [alice, 'home']);
    const again = bench.feed.snapshot();
    bench.patches.length = 0;
    expect(again.timelines).toHaveLength(1);
    await window.state();
    expect(bench.patches).toEqual([]);
  });

  test('the pinned timelines, and the chosen one', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    const spec = {
      kind: 'list',
      id: 'l1',
      switches: { withRenotes: true, withReplies: false, withFiles: true },
    } as const;
    expect(bench.commands.pinTimeline(alice, spec)).toEqual({
      ok: true,
      data: 'list:l1?withFiles',
    });
    bench.commands.selectTimeline(alice, 'list:l1?withFiles');
    const [account] = (await window.state()).accounts;
    expect(account?.timeline).toBe('list:l1?withFiles');
    expect(account?.timelines.at(-1)).toEqual({
      key: 'list:l1?withFiles',
      spec,
      name: null,
      switches: ['withRenotes', 'withFiles'],
    });
    await window.expectInSync();
  });

  test('settings, banners, detail, signing in', async () => {
    const bench = await onlineBench();
    const window = openWindow(bench);
    bench.commands.changeSettings({ theme: 'dark' });
    await window.expectInSync();
    bench.feed.setBanner({ id: 'b', severity: 'info', text: 'b' });
    await window.expectInSync();
    bench.feed.setDetail({ kind: 'loading' });
    await window.expectInSync();
    bench.commands.startSignIn('not a server');
    await settle();
    expect((await window.state()).signIn.phase).toBe('failed');
    await window.expectInSync();
    bench.commands.cancelSignIn();
    await window.expectInSync();
  });

  test('the note that is being written, until it is done or its account is gone', async () => {
    const bench = await onlineBench([alice, dana]);
    const window = openWindow(bench);
    const purpose = { kind: 'reply', noteId: 'note-1' } as const;
    bench.commands.compose(dana, purpose);
    expect((await window.state()).compose).toEqual({ accountId: dana, purpose });
    await window.expectInSync();
    bench.commands.closeComposer();
    expect((await window.state()).compose).toBeNull();
    bench.commands.compose(dana, { kind: 'new' });
    await bench.commands.signOut(dana);
    expect((await window.state()).compose).toBeNull();
    await window.expectInSync();
  });
});

test('what happens on a timeline that is not open stays out of the window', async () => {
  const bench = await onlineBench([alice, dana]);
  const window = openWindow(bench);
  bench.feed.timelineChanged(dana, 'home', { kind: 'reset' });
  bench.feed.timelineChanged('nobody', 'home', { kind: 'reset' });
  // What changes in place is told once for all places, and not for each timeline.
  bench.feed.timelineChanged(dana, 'home', { kind: 'remove', noteId: 'note-1' });
  await window.expectInSync();
  expect(bench.patches).toEqual([]);
});

test('signing out takes away what is open of the account, and what is shown of it', async () => {
  const bench = await onlineBench([alice, dana]);
  const window = openWindow(bench);
  look(bench, [alice, 'home'], [dana, 'home']);
  bench.api.answer('notes/show', () => rawNote({ id: 'alone' }));
  bench.commands.changeSettings({ clickOpens: 'window' });
  bench.commands.openNote(dana, 'alone');
  await settle();
  expect((await window.state()).detail).toMatchObject({ note: { id: 'alone' } });
  bench.feed.rememberPlace({
    ...bench.feed.place,
    columns: [
      { accountId: dana, key: 'home' },
      { accountId: alice, key: 'home' },
    ],
  });
  await bench.commands.signOut(dana);
  const state = await window.state();
  expect(state.detail).toBeNull();
  expect(bench.feed.place.columns).toEqual([{ accountId: alice, key: 'home' }]);
  expect(bench.feed.snapshot().timelines.map(({ accountId }) => accountId)).toEqual([alice]);
});

describe('older notices', () => {
  /** Asks for more until there is no more, at most ten times. */
  async function readToTheEnd(bench: AppBench, window: ReturnType<typeof openWindow>) {
    for (let page = 0; page < 10 && (await window.state()).notices.hasOlder; page += 1) {
      bench.feed.sendOlderNotices();
    }
  }

  test('come page by page without holes or doubles', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.feed.sendOlderNotices();
    expect((await window.state()).notices.items).toHaveLength(120);
    await window.expectInSync();
    bench.feed.sendOlderNotices();
    expect(shown(await window.state())).toEqual(
      Array.from({ length: 150 }, (_, n) => `n${150 - n}`),
    );
    expect((await window.state()).notices.hasOlder).toBe(false);
    bench.feed.sendOlderNotices();
    expect((await window.state()).notices.items).toHaveLength(150);
    await window.expectInSync();
  });

  test('though new ones come in between', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    for (const id of ['x', 'y', 'z'])
      bench.bell.ring(aNotice(id, { createdAt: fakeStart + 1 }), true);
    await readToTheEnd(bench, window);
    const expected = Array.from({ length: 150 }, (_, n) => `n${150 - n}`);
    expect(shown(await window.state())).toEqual(['z', 'y', 'x', ...expected]);
    await window.expectInSync();
  });

  test('though one comes that is older than all that is shown', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.bell.ring(aNotice('late', { createdAt: fakeStart - 100_500 }), true);
    expect(shown(await window.state())).not.toContain('late');
    expect((await window.state()).accounts[0]?.unread).toBe(151);
    await window.expectInSync();
    await readToTheEnd(bench, window);
    const all = Array.from({ length: 150 }, (_, n) => `n${150 - n}`);
    expect(shown(await window.state())).toEqual(all.toSpliced(101, 0, 'late'));
    await window.expectInSync();
  });

  test('stay when everything is read', async () => {
    const bench = await onlineBench();
    for (const notice of notices(150)) bench.bell.ring(notice, true);
    const window = openWindow(bench);
    bench.feed.sendOlderNotices();
    bench.bell.markAllRead(alice);
    expect((await window.state()).notices.items).toHaveLength(120);
    expect((await window.state()).notices.items.every(({ read }) => read)).toBe(true);
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
    look(bench, [alice, 'home']);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    bench.commands.startSignIn('not a server');
    await settle();
    expect(timelineOf(await window.state(), alice)?.state).toBe('failed');
    for (const language of ['ja', 'ko', 'zh-CN'] as const) {
      bench.commands.changeSettings({ language });
      const words = messagesIn(language);
      const state = await window.state();
      expect(state.locale).toBe(language);
      expect(state.accounts[0]?.stateText).toBe(words.state.online);
      expect(state.notices.items[0]?.title).toBe(words.notice.follow('Bob'));
      expect(state.signIn).toMatchObject({ error: words.error.serverName });
      expect(timelineOf(state, alice)?.error).toBe(words.error.timelineForbidden);
      await window.expectInSync();
    }
  });
});

describe('a timeline that cannot be loaded', () => {
  test.each([
    ['unreachable', () => Promise.reject(new TypeError('fetch failed')), 'cannot be reached'],
    ['gone', () => apiFailure(400, 'NO_SUCH_LIST'), 'You can unpin it'],
    ['forbidden', () => apiFailure(400, 'LTL_DISABLED'), 'does not offer this timeline'],
    ['with a server in trouble', () => apiFailure(500, 'INTERNAL_ERROR'), 'has a problem'],
  ])('%s: says so', async (_how, answer, words) => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', answer);
    const window = openWindow(bench);
    look(bench, [alice, 'home']);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(timelineOf(await window.state(), alice)).toMatchObject({ state: 'failed', notes: [] });
    expect(timelineOf(await window.state(), alice)?.error).toContain(words);
    await window.expectInSync();
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
    expect((await window.state()).signIn).toEqual({ phase: 'checking', server: 'other.example' });
    const askedAt = bench.clock.now();
    release();
    await settle();
    expect((await window.state()).signIn).toMatchObject({
      phase: 'waiting',
      host: 'other.example',
      url: expect.stringContaining('https://other.example/miauth/a-uuid'),
      expiresAt: askedAt + 600_000,
    });
    bench.api.answer('miauth/a-uuid/check', () => ({
      ok: true,
      token: `token of ${dana}`,
      user: rawMe({ id: 'user-dana', username: 'dana' }),
    }));
    await bench.clock.advance(3_000);
    expect((await window.state()).signIn).toEqual({ phase: 'done', accountId: dana });
    expect(bench.feed.place).toMatchObject({ view: 'timeline', accountId: dana });
    bench.commands.startSignIn('nonsense');
    await settle();
    expect((await window.state()).signIn.phase).toBe('failed');
  });
});
