/** The ways to come to a server besides an account's stream: as a guest, and by asking now and then. */
import { describe, expect, test } from 'vitest';
import { pollTimes } from '../../../../src-main/engine/misskey/link/polling.ts';
import { connectionTimes } from '../../../../src-main/engine/streaming/connection.ts';
import { apiFailure } from '../../../support/fake-api.ts';
import { settle } from '../../../support/fake-clock.ts';
import { confirm, connectsOf, goOnline, receiveEvent } from '../../../support/fake-misskey.ts';
import { rawMe, rawNote, rawNotification } from '../../../support/samples.ts';
import { alice, sourceBench } from '../../../support/source-bench.ts';

const guestMeta = {
  version: '2026.3.2',
  uri: 'https://example.social',
  policies: { ltlAvailable: true, gtlAvailable: false },
};

async function guestOnline() {
  const bench = sourceBench({ token: null });
  bench.api.answer('meta', () => guestMeta);
  bench.source.start();
  bench.sockets.last.open();
  confirm(bench.sockets.last, 'hashtag');
  await settle();
  return bench;
}

describe('a guest', () => {
  test('is online when the server takes its subscriptions, and never asks for main', async () => {
    const { source, sockets, api } = await guestOnline();
    expect(source.state).toEqual({ name: 'online' });
    expect(connectsOf(sockets.last).map(({ channel }) => channel)).toEqual(['hashtag']);
    expect(api.calls.map(({ endpoint, token }) => [endpoint, token])).toEqual([['meta', null]]);
  });

  test('learns what the server allows it', async () => {
    const { policies } = await guestOnline();
    expect(policies).toMatchObject([{ ltlAvailable: true, gtlAvailable: false }]);
  });

  test('sees public timelines live, captures notes, and nothing rings', async () => {
    const { watch, sockets, source, feed, told, history } = await guestOnline();
    watch('local');
    confirm(sockets.last, 'localTimeline');
    await settle();
    receiveEvent(sockets.last, 'localTimeline', 'note', rawNote({ id: 'n1' }));
    expect(feed('local').timeline.notes.map(({ id }) => id)).toEqual(['n1']);
    source.watchNotes(['n1']);
    sockets.last.receive({
      type: 'noteUpdated',
      body: { id: 'n1', type: 'reacted', body: { reaction: '👍', emoji: null, userId: 'bob' } },
    });
    expect(source.notes.find('n1')?.reactions).toEqual({ '👍': 1 });
    expect(source.notes.find('n1')?.myReaction).toBeNull();
    sockets.last.receive({ type: 'announcementCreated', body: { announcement: { id: 'a' } } });
    expect([told.toasts, history.newest(10)]).toEqual([[], []]);
  });

  test.each([401, 403])(
    'is told to sign in where a server turns guests away (%i)',
    async (status) => {
      const { source, sockets, api } = sourceBench({ token: null });
      api.answer('meta', () => guestMeta);
      source.start();
      sockets.last.end({ kind: 'rejected', status, retryAfterMs: null });
      await settle();
      expect(source.state).toEqual({ name: 'refused', reason: 'guest-refused' });
    },
  );

  test('comes back after an outage, without asking who it is', async () => {
    const { source, sockets, clock, api } = await guestOnline();
    sockets.last.end({ kind: 'closed', code: 1006 });
    await clock.advance(2_000);
    expect(sockets.all).toHaveLength(2);
    sockets.last.open();
    await clock.advance(5_000);
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'not-acknowledged' });
    expect(api.callsOf('i')).toEqual([]);
  });
});

async function pollingOnline() {
  const bench = sourceBench({ presence: 'polling' });
  bench.source.start();
  await settle();
  return bench;
}

describe('low presence', () => {
  test('opens no socket, and is online when the server has answered', async () => {
    const { sockets, source, mes, states } = await pollingOnline();
    expect(sockets.all).toEqual([]);
    expect(source.state).toEqual({ name: 'online', reason: 'polling' });
    expect(states.map(({ name }) => name)).toEqual(['connecting', 'online']);
    expect(mes).toHaveLength(1);
  });

  test('rings with the next poll, once', async () => {
    const { api, clock, told, history } = await pollingOnline();
    expect(history.hasBaseline(alice)).toBe(true);
    api.answer('i/notifications', ({ parameters }) =>
      parameters['sinceId'] === 'n1' ? [] : [rawNotification('n1')],
    );
    await clock.advance(pollTimes.every);
    expect(told.toasts.map(({ title }) => title)).toEqual(['Bob followed you']);
    await clock.advance(3 * pollTimes.every);
    expect(told.toasts).toHaveLength(1);
  });

  test('shows timelines, says that they are not live, and loads them again with each poll', async () => {
    const { watch, feed, api, clock } = await pollingOnline();
    api.answer('notes/timeline', () => [rawNote({ id: 'n1' })]);
    watch('home');
    await settle();
    expect(feed().notLive).toBe('polling');
    expect(feed().timeline.notes.map(({ id }) => id)).toEqual(['n1']);
    api.answer('notes/timeline', () => [rawNote({ id: 'n2' }), rawNote({ id: 'n1' })]);
    await clock.advance(pollTimes.every);
    expect(
      feed()
        .timeline.notes.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['n1', 'n2']);
  });

  test('a token that is dead is a refusal', async () => {
    const { api, clock, source } = await pollingOnline();
    api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    await clock.advance(pollTimes.every);
    expect(source.state).toEqual({ name: 'refused', reason: 'token-invalid' });
  });

  test('an outage waits, and what was missed rings when it is over', async () => {
    const { api, clock, source, told } = await pollingOnline();
    api.answer('i', () => apiFailure(502, 'BAD_GATEWAY'));
    await clock.advance(pollTimes.every);
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'server-error' });
    api.answer('i', () => rawMe());
    api.answer('i/notifications', ({ parameters }) =>
      parameters['sinceId'] === 'n1' ? [] : [rawNotification('n1')],
    );
    await clock.advance(pollTimes.retryMin);
    expect(told.toasts).toHaveLength(1);
  });
});

describe('a server that reads a stream’s token in its address alone', () => {
  /** Its stream opens, and is silent: it takes the account for a guest. */
  async function unheard(version: string) {
    const bench = sourceBench({});
    bench.api.answer('meta', () => ({ ...guestMeta, version }));
    bench.source.start();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      bench.sockets.last.open();
      await bench.clock.advance(connectionTimes.subscription);
      await bench.clock.advance(4_000);
    }
    return bench;
  }

  test('is asked now and then instead, and never gets the token in an address', async () => {
    const { source, sockets, clock, api } = await unheard('12.119.2');
    expect(source.state).toEqual({ name: 'online', reason: 'polling' });
    expect(sockets.alive).toBe(0);
    const asked = api.callsOf('i/notifications').length;
    await clock.advance(pollTimes.every);
    expect(api.callsOf('i/notifications').length).toBeGreaterThan(asked);
  });

  test('is not taken for one that is only slow', async () => {
    const { source } = await unheard('2026.3.2');
    expect(source.state).not.toHaveProperty('reason', 'polling');
  });

  test('is left alone once the account is', async () => {
    const { source, sockets, clock, api } = sourceBench({});
    api.answer('meta', () => {
      source.stop();
      return { ...guestMeta, version: '12.119.2' };
    });
    source.start();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      sockets.last.open();
      await clock.advance(connectionTimes.subscription);
      await clock.advance(4_000);
    }
    expect([source.state, clock.pending]).toEqual([null, 0]);
  });
});

describe('going over', () => {
  test('to low presence: the socket is closed, and what was open goes on by asking', async () => {
    const { online, source, sockets, watch, confirm: confirmChannel, feed } = sourceBench();
    await online();
    watch('home');
    await confirmChannel('homeTimeline');
    source.setPresence('polling');
    await settle();
    expect(sockets.alive).toBe(0);
    expect(source.state).toEqual({ name: 'online', reason: 'polling' });
    expect(feed().notLive).toBe('polling');
  });

  test('to the stream: it connects at once, and nothing is asked any more', async () => {
    const { source, sockets, api, clock, feed, watch } = await pollingOnline();
    watch('home');
    source.setPresence('stream');
    goOnline(sockets.last);
    await settle();
    confirm(sockets.last, 'homeTimeline');
    await settle();
    expect(source.state).toEqual({ name: 'online' });
    expect(feed().notLive).toBeNull();
    const asked = api.callsOf('i/notifications').length;
    sockets.last.alive();
    await clock.advance(20_000);
    expect(api.callsOf('i/notifications')).toHaveLength(asked);
  });

  test('to where it is already does nothing', async () => {
    const { online, source, sockets } = sourceBench();
    await online();
    source.setPresence('stream');
    expect(sockets.all).toHaveLength(1);
    expect(sockets.alive).toBe(1);
  });

  test('nothing runs after stop', async () => {
    const { source, clock, api } = await pollingOnline();
    source.stop();
    const calls = api.calls.length;
    await clock.advance(10 * pollTimes.every);
    expect(api.calls).toHaveLength(calls);
    expect(clock.pending).toBe(0);
  });
});
