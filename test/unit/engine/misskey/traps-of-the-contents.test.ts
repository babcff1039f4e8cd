/**
 * The traps of PROTOCOL §0 that lie in what the server sends and answers, each by its number; those of
 * the stream (1 to 9) are beside this file. Number 20 (word mutes are the client's work) is in neither:
 * rules that read the muted words come with a later issue.
 */
import { describe, expect, test } from 'vitest';
import { createApi } from '../../../../src-main/engine/misskey/api/api.ts';
import { links } from '../../../../src-main/engine/misskey/api/links.ts';
import { parseEmojiCode } from '../../../../src-main/engine/misskey/notes/emoji.ts';
import { checkConsent } from '../../../../src-main/engine/misskey/sign-in/miauth.ts';
import { fakeApi, fakeOrigin } from '../../../support/fake-api.ts';
import { fakeClock, fakeStart, settle } from '../../../support/fake-clock.ts';
import { goOnline } from '../../../support/fake-misskey.ts';
import { rawNote, rawNotification, rawUser } from '../../../support/samples.ts';
import { alice, onlineBench, sourceBench } from '../../../support/source-bench.ts';

const lost = { kind: 'closed', code: 1006 } as const;

const reactionOn = (reaction: string, note: Readonly<Record<string, unknown>> = {}) =>
  rawNotification('n1', { type: 'reaction', reaction, note: rawNote(note) });

describe('trap 10: a custom emoji has two spellings', () => {
  test('`:name:` and `:name@.:` are the same emoji', () => {
    expect(parseEmojiCode(':blobtest:')).toEqual({ name: 'blobtest', host: null });
    expect(parseEmojiCode(':blobtest@.:')).toEqual(parseEmojiCode(':blobtest:'));
  });

  test.each([':blobtest:', ':blobtest@.:'])(
    '`%s` gives the same words and the same picture',
    async (code) => {
      const { main, told } = await onlineBench();
      await main('notification', reactionOn(code));
      expect(told.toasts[0]?.title).toBe('Bob reacted with :blobtest:');
      expect(told.toasts[0]?.iconUrls[0]).toBe(`${fakeOrigin}/emoji/blobtest.webp`);
    },
  );
});

describe('trap 11: no URL comes with local emojis', () => {
  test('a local emoji is fetched by its name', async () => {
    const { main, told } = await onlineBench();
    await main('notification', reactionOn(':party_parrot:'));
    expect(told.toasts[0]?.iconUrls[0]).toBe(`${fakeOrigin}/emoji/party_parrot.webp`);
  });

  test('a remote one carries its URL', async () => {
    const { main, told } = await onlineBench();
    const reactionEmojis = { 'blob@far.example': 'https://far.example/blob.png' };
    await main('notification', reactionOn(':blob@far.example:', { reactionEmojis }));
    expect(told.toasts[0]?.title).toBe('Bob reacted with :blob:');
    expect(told.toasts[0]?.iconUrls[0]).toBe('https://far.example/blob.png');
  });

  test('a remote one without a URL is asked of the own server', async () => {
    const { main, told } = await onlineBench();
    await main('notification', reactionOn(':blob@far.example:'));
    expect(told.toasts[0]?.iconUrls[0]).toBe(`${fakeOrigin}/emoji/blob@far.example.webp`);
  });

  test('a Unicode emoji has none: the person is the picture', async () => {
    const { main, told } = await onlineBench();
    await main('notification', reactionOn('👍'));
    expect(told.toasts[0]?.title).toBe('Bob reacted with 👍');
    expect(told.toasts[0]?.iconUrls).toEqual(['https://example.social/identicon/bob']);
  });
});

describe('trap 12: i/notifications marks everything as read unless told not to', () => {
  test('every call says `markAsRead: false`', async () => {
    const { api, online, sockets, clock } = sourceBench();
    api.answer('i/notifications', ({ parameters }) =>
      parameters['sinceId'] === 'n5' ? [] : [rawNotification('n5')],
    );
    await online();
    for (let n = 0; n < 3; n += 1) {
      sockets.last.end(lost);
      await clock.advance(2_000);
      goOnline(sockets.last);
      await settle();
    }
    const calls = api.callsOf('i/notifications');
    expect(calls.length).toBeGreaterThanOrEqual(7);
    expect(calls.map(({ parameters }) => parameters['markAsRead'])).toEqual(calls.map(() => false));
  });
});

/** A server that keeps these notifications and pages as Misskey does; `shown` drops some after the limit. */
function inbox(ids: () => readonly string[], shown: (id: string) => boolean = () => true) {
  return ({
    parameters: { sinceId, limit },
  }: {
    parameters: Readonly<Record<string, unknown>>;
  }) => {
    const all = [...ids()].sort();
    const page =
      typeof sinceId === 'string'
        ? all.filter((id) => id > sinceId).slice(0, Number(limit))
        : all.reverse().slice(0, Number(limit));
    return page.filter(shown).map((id) => rawNotification(id));
  };
}

const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `n${String(from + index).padStart(4, '0')}`);

describe('trap 13: sinceId turns the order round and keeps the oldest of the gap', () => {
  test('250 missed ones are all found, page by page', async () => {
    const { api, sockets, clock, told } = await onlineBench(ids(1, 10));
    api.answer(
      'i/notifications',
      inbox(() => ids(1, 260)),
    );
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    expect(told.inserted.map(({ notice }) => notice.sourceId)).toEqual(ids(11, 260));
    expect(told.toasts.map(({ title }) => title)).toEqual([
      '250 notifications while you were away',
    ]);
  });
});

describe('trap 14: a short or empty page does not mean the end', () => {
  test('a page that shrank to one entry is followed by the next', async () => {
    const { api, sockets, clock, told } = await onlineBench(['n0001']);
    const wanted = new Set(['n0001', 'n0101', 'n0150', 'n0151']);
    api.answer(
      'i/notifications',
      inbox(
        () => ids(1, 151),
        (id) => wanted.has(id),
      ),
    );
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    expect(told.inserted.map(({ notice }) => notice.sourceId)).toEqual(['n0101', 'n0150', 'n0151']);
  });

  test('behind a page that is empty the newest are found all the same', async () => {
    const { api, sockets, clock, told } = await onlineBench(['n0001']);
    api.answer(
      'i/notifications',
      inbox(
        () => ids(1, 205),
        (id) => id === 'n0001' || id > 'n0202',
      ),
    );
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    expect(told.inserted.map(({ notice }) => notice.sourceId)).toEqual(ids(203, 205));
  });
});

describe('trap 15: grouped notifications are no cursor, so they are never asked for', () => {
  test('only i/notifications is called, whatever happens', async () => {
    const { api, sockets, clock, watch, main, confirm } = await onlineBench(['n0']);
    watch('home');
    await confirm('homeTimeline');
    await main('notification', rawNotification('n1'));
    await main('meUpdated');
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    const endpoints = new Set(api.calls.map(({ endpoint }) => endpoint));
    expect([...endpoints].sort()).toEqual(['i', 'i/notifications', 'notes/timeline']);
  });
});

describe('trap 16: followRequestAccepted also comes for a plain follow', () => {
  const accepted = rawNotification('n1', { type: 'followRequestAccepted' });
  const orders = [
    ['notification', 'follow'],
    ['follow', 'notification'],
  ] as const;
  const people = [
    ['who is locked: there was a request', true, 'Bob accepted your follow request'],
    ['who is not: the account simply followed', false, 'You now follow Bob'],
  ] as const;
  const cases = orders.flatMap(([first, second]) =>
    people.map(([who, isLocked, title]) => ({ first, second, who, isLocked, title })),
  );

  test.each(cases)(
    '$first, then $second, of somebody $who',
    async ({ first, second, isLocked, title }) => {
      const { main, told } = await onlineBench();
      const bodies = { notification: accepted, follow: rawUser({ isLocked }) };
      await main(first, bodies[first]);
      await main(second, bodies[second]);
      expect(told.toasts.map((toast) => toast.title)).toEqual([title]);
    },
  );

  test('of a follow of somebody else nothing is learnt: half a second later its words are true in both cases', async () => {
    const { main, told, clock } = await onlineBench();
    await main('notification', accepted);
    await main('follow', rawUser({ id: 'user-carol', isLocked: true }));
    await clock.advance(499);
    expect(told.toasts).toEqual([]);
    await clock.advance(1);
    expect(told.toasts[0]).toMatchObject({ title: 'You now follow Bob', body: '' });
  });

  test('a follow that is long past says nothing of a request', async () => {
    const { main, told, clock } = await onlineBench();
    await main('follow', rawUser({ isLocked: true }));
    await clock.advance(6_000);
    await main('notification', accepted);
    await clock.advance(500);
    expect(told.toasts.map(({ title }) => title)).toEqual(['You now follow Bob']);
  });

  test('a connection that is lost meanwhile loses nothing', async () => {
    const { main, told, sockets } = await onlineBench();
    await main('notification', accepted);
    sockets.last.end(lost);
    expect(told.toasts.map(({ title }) => title)).toEqual(['You now follow Bob']);
  });

  test('accepting somebody and being followed by them are two notices, and the second is no news', async () => {
    const { main, told } = await onlineBench();
    await main('notification', rawNotification('n1', { type: 'receiveFollowRequest' }));
    await main('notification', rawNotification('n2', { type: 'follow' }));
    expect(told.toasts.map(({ title }) => title)).toEqual(['Bob asks to follow you']);
    expect(told.inserted.map(({ decision }) => decision)).toEqual([
      { decision: 'shown', reason: 'live' },
      { decision: 'suppressed', reason: 'own-act' },
    ]);
    // Who stops following and follows again asked nobody.
    await main('notification', rawNotification('n3', { type: 'follow' }));
    expect(told.toasts.map(({ title }) => title).slice(1)).toEqual(['Bob followed you']);
  });

  test('a request of one is not the follow of another', async () => {
    const { main, told } = await onlineBench();
    await main('notification', rawNotification('n1', { type: 'receiveFollowRequest' }));
    const carol = rawUser({ id: 'user-carol', name: 'Carol' });
    await main('notification', rawNotification('n2', { type: 'follow', user: carol }));
    expect(told.toasts.map(({ title }) => title)).toEqual([
      'Bob asks to follow you',
      'Carol followed you',
    ]);
  });
});

describe('trap 17: signing in creates its own notification, so the first connect is a baseline', () => {
  test('what is there on the first connect rings nothing, then or later', async () => {
    const { api, online, main, told, sockets, clock, history } = sourceBench();
    const createToken = rawNotification('n2', { type: 'createToken', user: null });
    api.answer(
      'i/notifications',
      inbox(() => ['n1', 'n2']),
    );
    await online();
    await main('unreadNotification', createToken);
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    await settle();
    expect(told.toasts).toEqual([]);
    expect(told.inserted).toEqual([]);
    expect(history.hasBaseline(alice)).toBe(true);
  });

  describe('signing in once more', () => {
    const createToken = (id: string) => rawNotification(id, { type: 'createToken', user: null });
    const waiting = {
      phase: 'waiting',
      server: { origin: fakeOrigin, host: 'example.social' },
      url: '',
      expiresAt: fakeStart + 600_000,
    } as const;

    test('Suzu’s own is kept without ringing, and a second one rings', async () => {
      const { main, told, ownSignIns } = await onlineBench();
      ownSignIns.follow(waiting);
      await main('notification', createToken('n1'));
      await main('unreadNotification', createToken('n1'));
      await main('notification', createToken('n2'));
      expect(told.inserted.map(({ decision }) => decision)).toEqual([
        { decision: 'suppressed', reason: 'own-act' },
        { decision: 'shown', reason: 'live' },
      ]);
      expect(told.toasts.map(({ title }) => title)).toEqual([
        'An app was given access to your account',
      ]);
    });

    test('of several that were missed the newest is Suzu’s own', async () => {
      const { told, ownSignIns, api, sockets, clock } = await onlineBench(['n0']);
      ownSignIns.follow(waiting);
      ownSignIns.follow({ phase: 'idle' });
      sockets.last.end(lost);
      api.answer('i/notifications', () => [createToken('n1'), createToken('n2')]);
      await clock.advance(2_000);
      goOnline(sockets.last);
      await settle();
      expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/n1`]);
      expect(told.inserted).toHaveLength(2);
    });

    test('one that comes a minute after the sign-in is somebody else’s', async () => {
      const { main, told, ownSignIns, clock, sockets } = await onlineBench();
      ownSignIns.follow(waiting);
      ownSignIns.follow({ phase: 'idle' });
      for (const ms of [30_000, 30_000, 1]) {
        await clock.advance(ms);
        sockets.last.alive();
      }
      await main('notification', createToken('n1'));
      expect(told.toasts).toHaveLength(1);
    });

    test('what the first connect finds explains the sign-in', async () => {
      const { online, main, told, ownSignIns, api } = sourceBench();
      ownSignIns.follow(waiting);
      api.answer('i/notifications', () => [createToken('n1')]);
      await online();
      await main('notification', createToken('n2'));
      expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/n2`]);
    });
  });
});

describe('trap 18: an app token cannot revoke itself, so the user is shown where to do it', () => {
  test('there is a page for it', () => {
    expect(links.connectedApps(fakeOrigin)).toBe('https://example.social/settings/apps');
  });

  test('forgetting an account asks nothing of the server', async () => {
    const { source, bell, api } = await onlineBench();
    const before = api.calls.length;
    source.stop();
    bell.forget(alice);
    await settle();
    expect(api.calls).toHaveLength(before);
  });
});

describe('trap 19: MiAuth gives the token once, and never tells of a denial', () => {
  test('a check sends `{}`: an empty body with a JSON content type is a 400', async () => {
    const bodies: unknown[] = [];
    const api = createApi({
      origin: fakeOrigin,
      token: null,
      clock: fakeClock(),
      fetch: async (_url, { body }) => {
        bodies.push(body);
        return Response.json({ ok: false });
      },
    });
    expect(await checkConsent(api, 'session')).toBeNull();
    expect(bodies).toEqual(['{}']);
  });

  test('the second check has nothing more to give', async () => {
    const api = fakeApi();
    const answers = [{ ok: true, token: 'given-once', user: rawUser() }, { ok: false }];
    api.answer('miauth/session/check', () => answers.shift());
    expect(await checkConsent(api.api, 'session')).toMatchObject({ token: 'given-once' });
    expect(await checkConsent(api.api, 'session')).toBeNull();
  });
});
