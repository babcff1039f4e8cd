import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import type { TimelineSpec, TimelineSwitches } from '../../../src-main/ipc/contract.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { settle } from '../../support/fake-clock.ts';
import { confirm, connectsOf } from '../../support/fake-misskey.ts';
import { rawMe, rawNote } from '../../support/samples.ts';

const words = messagesIn('en');
const ok = { ok: true };
const failed = (error: string) => ({ ok: false, error });
const defaults: TimelineSwitches = { withRenotes: true, withReplies: false, withFiles: false };
const list: TimelineSpec = { kind: 'list', id: 'l1', switches: defaults };
const home = { accountId: alice, key: 'home' };

async function onlineBench(ids: readonly string[] = [alice]) {
  const bench = appBench(ids.map((id) => storedAccount(id)));
  await bench.online();
  return bench;
}

const channels = (bench: AppBench, id = alice) =>
  connectsOf(bench.sockets(id).last).map(({ channel }) => channel);
const disconnects = (bench: AppBench, id = alice) =>
  bench.sockets(id).last.sent.filter((text) => text.includes('"disconnect"')).length;
const keys = (bench: AppBench, id = alice) =>
  bench.accounts.get(id)?.stored.timelines.map(({ spec }) => spec.kind);
const shownKeys = (bench: AppBench) =>
  bench.feed.snapshot().accounts[0]?.timelines.map(({ key }) => key);

describe('looking', () => {
  test('connects what is looked at, and disconnects the rest', async () => {
    const bench = await onlineBench([alice, dana]);
    expect(channels(bench)).toEqual(['main']);
    bench.commands.watchTimelines([home, { accountId: alice, key: 'local' }]);
    expect(channels(bench)).toEqual(['main', 'homeTimeline', 'localTimeline']);
    bench.commands.watchTimelines([{ accountId: dana, key: 'social' }]);
    expect(disconnects(bench)).toBe(2);
    expect(channels(bench, dana)).toEqual(['main', 'hybridTimeline']);
  });

  test('at what is chosen does not open it: the window says what is in view', async () => {
    const bench = await onlineBench();
    bench.commands.selectTimeline(alice, 'global');
    expect(channels(bench)).toEqual(['main']);
    expect(bench.feed.snapshot().accounts[0]?.timeline).toBe('global');
    expect(bench.world.accounts[0]?.timeline).toBe('global');
  });
});

describe('reading', () => {
  test('a timeline is loaded again when asked', async () => {
    const bench = await onlineBench();
    bench.commands.reloadTimeline(home);
    bench.commands.watchTimelines([home]);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    const before = bench.api.callsOf('notes/timeline').length;
    bench.commands.reloadTimeline(home);
    await settle();
    expect(bench.api.callsOf('notes/timeline')).toHaveLength(before + 1);
  });

  test('older notes that cannot be had are told', async () => {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', ({ parameters }) =>
      'untilId' in parameters ? apiFailure(500, 'INTERNAL_ERROR') : [rawNote()],
    );
    bench.commands.watchTimelines([home]);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(await bench.commands.loadOlderNotes(home)).toEqual(
      failed(words.error.serverError('example.social')),
    );
  });

  test('a timeline that is not open has no older notes', async () => {
    const bench = await onlineBench();
    expect(await bench.commands.loadOlderNotes(home)).toEqual(ok);
    expect(bench.api.callsOf('notes/timeline')).toEqual([]);
  });
});

describe('pinning', () => {
  test('adds at the end, once, and answers the key', async () => {
    const bench = await onlineBench();
    expect(bench.commands.pinTimeline(alice, list)).toEqual({ ok: true, data: 'list:l1' });
    expect(bench.commands.pinTimeline(alice, list)).toEqual({ ok: true, data: 'list:l1' });
    expect(shownKeys(bench)).toEqual(['home', 'local', 'social', 'global', 'list:l1']);
    expect(bench.world.accounts[0]?.timelines.at(-1)?.spec).toEqual(list);
  });

  test('nothing but empty tags is refused', async () => {
    const bench = await onlineBench();
    const spec: TimelineSpec = { kind: 'hashtag', anyOf: [['#']], switches: defaults };
    expect(bench.commands.pinTimeline(alice, spec)).toEqual(failed(words.timeline.badTags));
  });

  test('for an account that is gone is refused', () => {
    const { commands } = appBench([]);
    const gone = failed(words.error.accountGone);
    expect(commands.pinTimeline(alice, list)).toEqual(gone);
    expect(commands.switchTimeline(alice, 'home', defaults)).toEqual(gone);
  });

  test('switching changes it where it stands, is chosen still, and goes on in view', async () => {
    const bench = await onlineBench();
    bench.commands.selectTimeline(alice, 'local');
    bench.commands.watchTimelines([{ accountId: alice, key: 'local' }]);
    const replies = { ...defaults, withReplies: true };
    expect(bench.commands.switchTimeline(alice, 'local', replies)).toEqual({
      ok: true,
      data: 'local?withReplies',
    });
    expect(shownKeys(bench)).toEqual(['home', 'local?withReplies', 'social', 'global']);
    expect(bench.feed.snapshot().accounts[0]?.timeline).toBe('local?withReplies');
    expect(connectsOf(bench.sockets(alice).last).at(-1)?.params).toEqual({ withReplies: true });
    expect(bench.feed.snapshot().timelines.map(({ key }) => key)).toEqual(['local?withReplies']);
  });

  test('what is not pinned cannot be switched', async () => {
    const bench = await onlineBench();
    expect(bench.commands.switchTimeline(alice, 'list:l1', defaults)).toEqual(
      failed(words.timeline.notPinned),
    );
  });

  test('unpinning closes it, and chooses the first where it was chosen', async () => {
    const bench = await onlineBench();
    bench.commands.selectTimeline(alice, 'local');
    bench.commands.watchTimelines([{ accountId: alice, key: 'local' }]);
    expect(bench.commands.unpinTimeline(alice, 'local')).toEqual(ok);
    expect(shownKeys(bench)).toEqual(['home', 'social', 'global']);
    expect(bench.feed.snapshot().accounts[0]?.timeline).toBe('home');
    expect(bench.feed.snapshot().timelines).toEqual([]);
    expect(disconnects(bench)).toBe(1);
  });

  test('the last one stays', async () => {
    const bench = await onlineBench();
    for (const key of ['local', 'social', 'global']) bench.commands.unpinTimeline(alice, key);
    expect(bench.commands.unpinTimeline(alice, 'home')).toEqual(failed(words.timeline.lastOne));
    expect(shownKeys(bench)).toEqual(['home']);
    // The server does not offer it: it is no timeline that could be shown instead.
    expect(keys(bench)).toEqual(['home', 'bubble']);
  });

  test('moving counts those that are shown', async () => {
    const bench = await onlineBench();
    bench.commands.moveTimeline(alice, 'global', 1);
    expect(shownKeys(bench)).toEqual(['home', 'global', 'local', 'social']);
    bench.commands.moveTimeline('nobody', 'global', 1);
  });
});

describe('what there is to pin', () => {
  function answerAll(bench: AppBench) {
    bench.api.answer('users/lists/list', () => [{ id: 'l1', name: 'Friends' }]);
    bench.api.answer('antennas/list', () => [{ id: 'a1', name: 'Rain' }, { broken: true }]);
    bench.api.answer('channels/followed', () => [{ id: 'c1', name: 'Trains' }]);
    bench.api.answer('channels/my-favorites', () => [
      { id: 'c1', name: 'Trains' },
      { id: 'c2', name: 'Maps' },
    ]);
    bench.api.answer('roles/list', () => [
      { id: 'r1', name: 'Birds', isExplorable: true },
      { id: 'r2', name: 'Hidden', isExplorable: false },
    ]);
  }

  test('lists, antennas, channels and roles, each once', async () => {
    const bench = await onlineBench();
    answerAll(bench);
    expect(await bench.commands.listTimelines(alice)).toEqual({
      ok: true,
      data: {
        plain: ['home', 'local', 'social', 'global'],
        lists: { items: [{ id: 'l1', name: 'Friends' }], problem: null },
        antennas: { items: [{ id: 'a1', name: 'Rain' }], problem: null },
        channels: {
          items: [
            { id: 'c1', name: 'Trains' },
            { id: 'c2', name: 'Maps' },
          ],
          problem: null,
        },
        roles: { items: [{ id: 'r1', name: 'Birds' }], problem: null },
      },
    });
  });

  test('the account’s own roles too, whether or not others are shown', async () => {
    const bench = appBench();
    bench.api.answer('i', () => rawMe({ roles: [{ id: 'r9', name: 'Moderator' }] }));
    await bench.online();
    answerAll(bench);
    bench.api.answer('roles/list', () => apiFailure(404, 'NO_SUCH_ENDPOINT'));
    expect(await bench.commands.listTimelines(alice)).toMatchObject({
      data: { roles: { items: [{ id: 'r9', name: 'Moderator' }], problem: null } },
    });
  });

  test('each part fails on its own; without the permission it says what to do', async () => {
    const bench = await onlineBench();
    answerAll(bench);
    bench.api.answer('channels/followed', () => apiFailure(403, 'PERMISSION_DENIED'));
    bench.api.answer('antennas/list', () => apiFailure(500, 'INTERNAL_ERROR'));
    expect(await bench.commands.listTimelines(alice)).toMatchObject({
      ok: true,
      data: {
        lists: { problem: null },
        antennas: { items: [], problem: words.error.serverError('example.social') },
        channels: { items: [], problem: words.timeline.signInAgain },
      },
    });
  });

  test('gives what is pinned its name, now and later', async () => {
    const bench = await onlineBench();
    answerAll(bench);
    bench.commands.pinTimeline(alice, list);
    const nameOf = (key: string) =>
      bench.feed.snapshot().accounts[0]?.timelines.find((one) => one.key === key)?.name;
    expect(nameOf('list:l1')).toBeNull();
    await bench.commands.listTimelines(alice);
    expect(nameOf('list:l1')).toBe('Friends');
    bench.commands.pinTimeline(alice, { kind: 'antenna', id: 'a1', switches: defaults });
    expect(nameOf('antenna:a1')).toBe('Rain');
    expect(bench.world.accounts[0]?.timelines.at(-1)?.name).toBe('Rain');
  });

  test('of an account that is gone, or has no token', async () => {
    const bench = appBench();
    bench.tokens.clear();
    await bench.online();
    expect(await bench.commands.listTimelines(alice)).toMatchObject({ ok: false });
    expect(await bench.commands.listTimelines(dana)).toEqual(failed(words.error.accountGone));
  });
});

describe('a timeline without live notes', () => {
  test('says so', async () => {
    const bench = await onlineBench();
    bench.commands.watchTimelines([home]);
    await bench.clock.advance(5_000);
    expect(bench.feed.snapshot().timelines[0]).toMatchObject({
      state: 'ready',
      notLive: words.timeline.notLive.refused,
    });
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    expect(bench.feed.snapshot().timelines[0]?.notLive).toBeNull();
  });
});
