import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { capturedFrames, readCapture, serverFrames } from '../../../../support/captures.ts';
import { settle } from '../../../../support/fake-clock.ts';
import { channelId, confirm } from '../../../../support/fake-misskey.ts';
import { alice, sourceBench } from '../../../../support/source-bench.ts';
import { inserts, rings, silent } from './replay-expectations.ts';

/** An account that is online with an empty past, looking at its home timeline. */
async function online() {
  const bench = sourceBench();
  await bench.online();
  bench.watch('home');
  confirm(bench.sockets.last, 'homeTimeline');
  await settle();
  const connected = ['main', 'homeTimeline'];
  return {
    ...bench,
    replay(name: string) {
      // The recording client also listened to localTimeline; those frames find nobody here.
      const frames = serverFrames(name, (channel) =>
        connected.includes(channel) ? channelId(bench.sockets.last, channel) : null,
      );
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) bench.sockets.last.receive(frame);
    },
  };
}

const hasNotification = (name: string) =>
  capturedFrames(name).some(({ dir, data }) => {
    const text = JSON.stringify(data ?? null);
    return dir === 'in' && text.includes('"type":"notification"');
  });

test('every recording with a notification in it is replayed', () => {
  const names = readdirSync(new URL('../../../../captures', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));
  const streams = names.filter((name) =>
    v.is(v.object({ frames: v.array(v.any()) }), readCapture(name)),
  );
  expect(streams.filter(hasNotification).sort()).toEqual(Object.keys(rings).sort());
});

describe('one happening, one toast', () => {
  test.each(Object.entries(rings))('%s', async (name, { id, type, ...words }) => {
    const { replay, told, trace, history } = await online();
    replay(name);
    expect(told.toasts).toMatchObject([{ id: `${alice}/${id}`, accountId: alice, ...words }]);
    expect(history.newest(10).map(({ notice }) => notice.type)).toEqual([type]);
    expect(trace).toEqual([
      { at: 'notice', account: alice, id: `${alice}/${id}`, type },
      { at: 'decision', id: `${alice}/${id}`, decision: 'shown', reason: 'live' },
    ]);
  });

  test('all recordings one after the other, twice: each rings once', async () => {
    const { replay, told } = await online();
    for (const name of [...Object.keys(rings), ...Object.keys(rings)]) replay(name);
    expect(told.toasts.map(({ id }) => id)).toEqual(
      Object.values(rings).map(({ id }) => `${alice}/${id}`),
    );
  });

  test.each(silent)('%s rings nothing', async (name) => {
    const { replay, told, history } = await online();
    replay(name);
    expect(told.toasts).toEqual([]);
    expect(history.newest(10)).toEqual([]);
  });
});

test('33-announcement: to everybody and to the account alone, each rings once', async () => {
  const { replay, told, history } = await online();
  replay('33-announcement');
  replay('33-announcement');
  const target = { kind: 'page', page: 'announcements' };
  expect(told.toasts).toMatchObject([
    {
      id: `${alice}/announcement:att169tvrj0c003i`,
      accountId: alice,
      title: 'Announcement: Announcement 21:03:40',
      body: 'hello all',
      iconUrls: [],
      target,
    },
    {
      id: `${alice}/announcement:att16ak1rj0c003k`,
      accountId: alice,
      title: 'Announcement: For alice 21:03:41',
      body: 'hello alice',
      iconUrls: [],
      target,
    },
  ]);
  expect(history.catchUpFrom(alice)).toBeNull();
});

describe('read elsewhere', () => {
  test.each(['37-read-within-2s', '38-read-via-stream'])('%s closes the toast', async (name) => {
    const { replay, told, history } = await online();
    replay(name);
    expect(told.closed).toEqual([`${alice}/${rings[name]?.id}`]);
    expect(history.unread(alice)).toBe(0);
  });

  test('40-flush closes what stood before', async () => {
    const { replay, told, history } = await online();
    replay('10-follow');
    expect(history.unread(alice)).toBe(1);
    replay('40-flush');
    expect(told.closed).toEqual([`${alice}/${rings['10-follow']?.id}`]);
    expect(history.unread(alice)).toBe(0);
  });
});

describe('the home timeline', () => {
  test.each(Object.entries(inserts))('%s', async (name, notes) => {
    const { replay, changes, feed } = await online();
    replay(name);
    expect(changes.flatMap((change) => (change.kind === 'insert' ? [change.note.id] : []))).toEqual(
      notes,
    );
    expect(feed().timeline.notes.map(({ id }) => id)).toEqual([...notes].reverse());
  });

  test('a pure renote has no words of its own', async () => {
    const { replay, feed } = await online();
    replay('16-renote');
    const [note] = feed().timeline.notes;
    expect(note?.text).toBeNull();
    expect(note?.renote?.text).toBe('alice at 21:01:49');
  });

  test('files come with their thumbnails and their sensitivity', async () => {
    const { replay, feed } = await online();
    replay('52-files');
    const files = feed().timeline.notes[0]?.files ?? [];
    expect(files.map(({ type, isSensitive }) => ({ type, isSensitive }))).toEqual([
      { type: 'image/jpeg', isSensitive: false },
      { type: 'image/apng', isSensitive: true },
    ]);
    expect(files.every(({ thumbnailUrl }) => thumbnailUrl !== null)).toBe(true);
  });

  test('a poll comes with its choices', async () => {
    const { replay, feed } = await online();
    replay('53-poll-note');
    const poll = feed().timeline.notes[0]?.poll;
    expect(poll?.choices.map(({ text, votes }) => ({ text, votes }))).toEqual([
      { text: 'a', votes: 0 },
      { text: 'b', votes: 0 },
      { text: 'c', votes: 0 },
    ]);
  });
});

test('41-me-updated makes the account be asked for, and keeps nothing of the frame', async () => {
  const { replay, api, mes, log, file } = await online();
  const before = api.callsOf('i').length;
  replay('41-me-updated');
  await settle();
  expect(api.callsOf('i').length).toBeGreaterThan(before);
  expect(mes.at(-1)?.name).toBe('Alice');
  const kept = JSON.stringify([log.lines, file.lines]);
  expect(kept).not.toContain('securityKeysList');
  expect(kept).not.toContain('Example');
});

test('27-login: the address and headers of the sign-in are not kept', async () => {
  const { replay, log, file } = await online();
  replay('27-login');
  const kept = JSON.stringify([log.lines, file.lines]);
  expect(kept).toContain('"login');
  expect(kept).not.toMatch(/headers|"ip"|user-agent/);
});
