import { describe, expect, test } from 'vitest';
import { settle } from '../../../../support/fake-clock.ts';
import { goOnline } from '../../../../support/fake-misskey.ts';
import { rawAnnouncement, rawMe } from '../../../../support/samples.ts';
import { alice, onlineBench, sourceBench } from '../../../../support/source-bench.ts';

type Fields = Readonly<Record<string, unknown>>;

const lost = { kind: 'closed', code: 1006 } as const;
const idOf = (id: string) => `${alice}/announcement:${id}`;

/** An account whose server has these announcements, as far as it has not read them. */
function announcementBench(unread: Fields[] = []) {
  const bench = sourceBench();
  bench.history.advance(alice, 'n0');
  bench.api.answer('i', () => rawMe({ unreadAnnouncements: unread }));
  return {
    ...bench,
    unread,
    shown: () => bench.told.toasts.map(({ id }) => id),
    /** To everybody: a frame that belongs to no channel. */
    async broadcast(announcement: Fields) {
      bench.sockets.last.receive({ type: 'announcementCreated', body: { announcement } });
      await settle();
    },
    async away() {
      bench.sockets.last.end(lost);
      await bench.clock.advance(2_000);
      goOnline(bench.sockets.last);
      await settle();
    },
  };
}

describe('an announcement', () => {
  test('to everybody and to the account alone, each rings once', async () => {
    const bench = announcementBench();
    await bench.online();
    const all = rawAnnouncement('a1', { title: 'Update', text: 'We **move** tonight.' });
    await bench.broadcast(all);
    await bench.broadcast(all);
    await bench.main('announcementCreated', { announcement: all });
    await bench.main('announcementCreated', { announcement: rawAnnouncement('a2') });
    expect(bench.told.toasts).toMatchObject([
      {
        id: idOf('a1'),
        accountId: alice,
        title: 'Announcement: Update',
        body: 'We move tonight.',
        iconUrls: [],
        target: { kind: 'page', page: 'announcements' },
      },
      expect.objectContaining({ id: idOf('a2') }),
    ]);
    expect(bench.history.catchUpFrom(alice)).toBe('n0');
  });

  test('whose author wants nobody disturbed is kept in silence', async () => {
    const bench = announcementBench();
    await bench.online();
    await bench.broadcast(rawAnnouncement('a1', { silence: true }));
    expect(bench.shown()).toEqual([]);
    expect(bench.told.inserted.map(({ decision }) => decision)).toEqual([
      { decision: 'suppressed', reason: 'silent' },
    ]);
  });

  test('without a title is one still', async () => {
    const bench = announcementBench();
    await bench.online();
    await bench.broadcast(rawAnnouncement('a1', { title: null, text: null }));
    expect(bench.told.toasts[0]).toMatchObject({ title: 'Announcement', body: '' });
  });

  test.each([
    [undefined],
    [{}],
    [{ announcement: { id: 7 } }],
    [{ announcement: rawAnnouncement('a', { createdAt: 1 }) }],
  ])('%j cannot be read: that is logged, and nothing more', async (body) => {
    const { main, told, log } = await onlineBench();
    await main('announcementCreated', body);
    expect(told.toasts).toEqual([]);
    expect(log.lines.map(({ message }) => message)).toEqual(['an announcement could not be read']);
  });

  test('another frame that belongs to no channel is none', async () => {
    const bench = announcementBench();
    await bench.online();
    const body = { announcement: rawAnnouncement('a1') };
    bench.sockets.last.receive({ type: 'announcementChanged', body });
    expect(bench.shown()).toEqual([]);
  });
});

describe('what was missed', () => {
  test('the first time is only remembered', async () => {
    const bench = announcementBench([rawAnnouncement('a1')]);
    await bench.online();
    await bench.away();
    await bench.broadcast(rawAnnouncement('a1'));
    expect(bench.shown()).toEqual([]);
  });

  test('rings, though there was none at the first connect', async () => {
    const bench = announcementBench();
    await bench.online();
    bench.unread.push(rawAnnouncement('a1'));
    await bench.away();
    await bench.away();
    expect(bench.shown()).toEqual([idOf('a1')]);
  });

  test('does not ring when it is older than a day', async () => {
    const bench = announcementBench();
    await bench.online();
    bench.unread.push(rawAnnouncement('a1', { createdAt: '2020-01-01T00:00:00.000Z' }));
    await bench.away();
    expect(bench.shown()).toEqual([]);
    expect(bench.told.inserted).toHaveLength(1);
  });

  test('of a server that does not say is nothing', async () => {
    const bench = announcementBench();
    bench.api.answer('i', () => rawMe());
    await bench.online();
    expect(bench.history.hasBaseline(alice, 'announcement')).toBe(false);
  });

  test('one that cannot be read does not take the others with it', async () => {
    const bench = announcementBench();
    await bench.online();
    bench.unread.push({ id: 1 }, rawAnnouncement('a1'));
    await bench.away();
    expect(bench.shown()).toEqual([idOf('a1')]);
  });
});

describe('read', () => {
  test('by `readAllAnnouncements`', async () => {
    const bench = announcementBench();
    await bench.online();
    await bench.broadcast(rawAnnouncement('a1'));
    await bench.main('readAllAnnouncements');
    expect(bench.told.closed).toEqual([idOf('a1')]);
    expect(bench.history.unread(alice)).toBe(0);
  });

  test('one of two, while Suzu was away', async () => {
    const bench = announcementBench();
    await bench.online();
    await bench.broadcast(rawAnnouncement('a1'));
    await bench.broadcast(rawAnnouncement('a2'));
    bench.unread.push(rawAnnouncement('a2'));
    await bench.away();
    expect(bench.told.closed).toEqual([idOf('a1')]);
  });

  test('not what comes while the server answers', async () => {
    const bench = announcementBench();
    await bench.online();
    const release = bench.api.hold('i', () => rawMe({ unreadAnnouncements: [] }));
    await bench.away();
    await bench.broadcast(rawAnnouncement('a1'));
    release();
    await settle();
    expect(bench.told.closed).toEqual([]);
  });

  test('notifications, not: they have marks of their own', async () => {
    const bench = announcementBench();
    await bench.online();
    await bench.broadcast(rawAnnouncement('a1'));
    await bench.main('readAllNotifications');
    expect(bench.told.closed).toEqual([]);
  });
});
