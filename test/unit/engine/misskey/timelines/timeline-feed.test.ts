import { beforeEach, describe, expect, test } from 'vitest';
import { apiFailure, htmlPage } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import {
  channelId,
  confirm,
  connectsOf,
  goOnline,
  receiveEvent,
} from '../../../../support/fake-misskey.ts';
import { rawNote } from '../../../../support/samples.ts';
import { sourceBench } from '../../../../support/source-bench.ts';

const lost = { kind: 'closed', code: 1006 } as const;

const noteOf = (minute: number) =>
  rawNote({ id: `n${minute}`, createdAt: new Date(fakeStart + minute * 60_000).toISOString() });

/** A page of the minutes from newest to oldest. */
const page = (newest: number, oldest: number) =>
  Array.from({ length: newest - oldest + 1 }, (_, index) => noteOf(newest - index));

let bench: ReturnType<typeof sourceBench>;

beforeEach(() => {
  bench = sourceBench();
});

const shown = () => bench.feed().timeline.notes.map(({ id }) => id);

/** Opens the home timeline on a stream that is online; the server confirms the channel. */
async function look(): Promise<void> {
  await bench.online();
  bench.watch('home');
  confirm(bench.sockets.last, 'homeTimeline');
  await settle();
}

async function reconnect(): Promise<void> {
  bench.sockets.last.end(lost);
  await bench.clock.advance(2_000);
  goOnline(bench.sockets.last);
}

describe('loading', () => {
  test('the newest page is fetched once the channel is confirmed: nothing falls in between', async () => {
    bench.api.answer('notes/timeline', () => page(3, 1));
    await bench.online();
    bench.watch('home');
    await settle();
    expect(bench.api.callsOf('notes/timeline')).toEqual([]);
    expect(bench.feed().status).toEqual({ state: 'loading' });
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    expect(bench.api.callsOf('notes/timeline').map(({ parameters }) => parameters)).toEqual([
      { limit: 40 },
    ]);
    expect(shown()).toEqual(['n3', 'n2', 'n1']);
    // Once when it opened, once with its notes.
    expect(bench.changes).toEqual([{ kind: 'reset' }, { kind: 'reset' }]);
    expect(bench.feed().status).toEqual({ state: 'ready' });
  });

  test.each(['connecting', 'subscribing'])(
    'while the stream is %s it is not fetched twice',
    async (state) => {
      bench.source.start();
      if (state === 'subscribing') bench.sockets.last.open();
      bench.watch('home');
      await settle();
      if (state === 'connecting') bench.sockets.last.open();
      confirm(bench.sockets.last, 'main');
      await settle();
      expect(bench.api.callsOf('notes/timeline')).toEqual([]);
      confirm(bench.sockets.last, 'homeTimeline');
      await settle();
      expect(bench.api.callsOf('notes/timeline')).toHaveLength(1);
    },
  );

  test('while the stream is down it is fetched at once', async () => {
    bench.api.answer('notes/timeline', () => page(3, 1));
    await bench.online();
    bench.sockets.last.end(lost);
    bench.watch('home');
    await settle();
    expect(shown()).toEqual(['n3', 'n2', 'n1']);
  });

  test('a channel that the server refuses in silence does not keep the notes away', async () => {
    bench.api.answer('notes/timeline', () => page(3, 1));
    await bench.online();
    bench.watch('home');
    await bench.clock.advance(5_000);
    expect(shown()).toEqual(['n3', 'n2', 'n1']);
  });

  test.each([
    ['home', 'homeTimeline', 'notes/timeline'],
    ['local', 'localTimeline', 'notes/local-timeline'],
    ['social', 'hybridTimeline', 'notes/hybrid-timeline'],
    ['global', 'globalTimeline', 'notes/global-timeline'],
  ] as const)('%s listens to %s and reads %s', async (name, channel, endpoint) => {
    await bench.online();
    bench.watch(name);
    confirm(bench.sockets.last, channel);
    await settle();
    expect(bench.api.callsOf(endpoint)).toHaveLength(1);
  });

  test('one note that cannot be read does not take the page with it', async () => {
    bench.api.answer('notes/timeline', () => [noteOf(3), { id: 'broken' }, null, noteOf(1)]);
    await look();
    expect(shown()).toEqual(['n3', 'n1']);
  });
});

describe('live notes', () => {
  test('go to the top and are told', async () => {
    bench.api.answer('notes/timeline', () => page(2, 1));
    await look();
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(3));
    expect(shown()).toEqual(['n3', 'n2', 'n1']);
    expect(bench.changes.at(-1)).toMatchObject({ kind: 'insert', note: { id: 'n3' } });
  });

  test('that come twice are told once', async () => {
    await look();
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(3));
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(3));
    expect(bench.changes.filter(({ kind }) => kind === 'insert')).toHaveLength(1);
  });

  test('that come before the page stay when it comes', async () => {
    const release = bench.api.hold('notes/timeline', () => page(2, 1));
    await look();
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(3));
    release();
    await settle();
    expect(shown()).toEqual(['n3', 'n2', 'n1']);
  });

  test('that cannot be read are logged without their words, and the rest goes on', async () => {
    await look();
    const broken = { ...noteOf(3), user: 'nobody', text: 'a secret' };
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', broken);
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', 7);
    receiveEvent(bench.sockets.last, 'homeTimeline', 'userAdded', noteOf(4));
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(5));
    expect(shown()).toEqual(['n5']);
    expect(bench.log.lines).toHaveLength(2);
    expect(JSON.stringify(bench.log.lines)).not.toContain('secret');
  });
});

describe('after a reconnect', () => {
  test('the newest page joins what is there', async () => {
    bench.api.answer('notes/timeline', () => page(40, 1));
    await look();
    bench.api.answer('notes/timeline', () => page(50, 11));
    await reconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    expect(shown()).toHaveLength(50);
    expect(bench.feed().timeline.gapAfter).toBeNull();
  });

  test('a gap that is too large is marked, although live notes came before the page', async () => {
    bench.api.answer('notes/timeline', () => page(40, 1));
    await look();
    const release = bench.api.hold('notes/timeline', () => page(140, 101));
    await reconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(140));
    release();
    await settle();
    expect(bench.feed().timeline.gapAfter).toBe('n101');
  });

  test('and although the first reconnect could not fetch it', async () => {
    bench.api.answer('notes/timeline', () => page(40, 1));
    await look();
    bench.api.answer('notes/timeline', () => htmlPage(502));
    await reconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', noteOf(140));
    bench.api.answer('notes/timeline', () => page(140, 101));
    await reconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    expect(bench.feed().timeline.gapAfter).toBe('n101');
  });
});

describe('a page that cannot be had', () => {
  test('fails with the reason, is tried again, and is ready when it comes', async () => {
    bench.api.answer('notes/timeline', () => htmlPage(503));
    await look();
    expect(bench.feed().status).toMatchObject({
      state: 'failed',
      error: { kind: 'server-error', status: 503 },
    });
    bench.api.answer('notes/timeline', () => page(2, 1));
    await bench.clock.advance(4_000);
    expect(bench.feed().status).toEqual({ state: 'ready' });
    expect(shown()).toEqual(['n2', 'n1']);
  });

  test('that is forbidden is not tried again', async () => {
    bench.api.answer('notes/timeline', () => apiFailure(400, 'STL_DISABLED'));
    await look();
    await bench.clock.advance(20_000);
    expect(bench.api.callsOf('notes/timeline')).toHaveLength(1);
    expect(bench.feed().status).toMatchObject({ state: 'failed', error: { kind: 'rejected' } });
  });

  test('leaves the notes that are there readable', async () => {
    bench.api.answer('notes/timeline', () => page(2, 1));
    await look();
    bench.api.answer('notes/timeline', () => htmlPage(503));
    await reconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await settle();
    expect(bench.feed().status).toEqual({ state: 'ready' });
    expect(shown()).toEqual(['n2', 'n1']);
  });
});

test('a list that is gone from the server says so, although its notes are there', async () => {
  bench.api.answer('notes/timeline', () => page(2, 1));
  await look();
  bench.api.answer('notes/timeline', () => apiFailure(400, 'NO_SUCH_LIST'));
  await reconnect();
  confirm(bench.sockets.last, 'homeTimeline');
  await settle();
  expect(bench.feed().status).toMatchObject({ state: 'failed', error: { code: 'NO_SUCH_LIST' } });
});

describe('older notes', () => {
  test('are fetched after the oldest one that is there', async () => {
    bench.api.answer('notes/timeline', ({ parameters }) =>
      parameters['untilId'] === 'n21' ? page(20, 1) : page(40, 21),
    );
    await look();
    await bench.feed().loadOlder();
    expect(bench.api.callsOf('notes/timeline').at(-1)?.parameters).toEqual({
      limit: 40,
      untilId: 'n21',
    });
    expect(shown()).toHaveLength(40);
    expect(bench.changes.at(-1)).toMatchObject({ kind: 'older', hasOlder: true });
  });

  test('are not asked for where there are none, or nothing to go on from', async () => {
    await look();
    await bench.feed().loadOlder();
    expect(bench.api.callsOf('notes/timeline')).toHaveLength(1);
  });

  test('that come when nobody looks any more are not told', async () => {
    bench.api.answer('notes/timeline', () => page(40, 21));
    await look();
    const release = bench.api.hold('notes/timeline', () => page(20, 1));
    const older = bench.feed().loadOlder();
    bench.watch();
    const before = bench.changes.length;
    release();
    await older;
    expect(bench.changes).toHaveLength(before);
  });

  test('that cannot be had are an error for whoever asked', async () => {
    bench.api.answer('notes/timeline', ({ parameters }) =>
      'untilId' in parameters ? htmlPage(502) : page(2, 1),
    );
    await look();
    await expect(bench.feed().loadOlder()).rejects.toMatchObject({
      kind: 'server-error',
    });
    expect(bench.feed().status).toEqual({ state: 'ready' });
  });
});

describe('closing', () => {
  test('disconnects the channel, and a page on its way is not told', async () => {
    const release = bench.api.hold('notes/timeline', () => page(2, 1));
    await look();
    const id = channelId(bench.sockets.last, 'homeTimeline');
    bench.watch();
    const before = bench.changes.length;
    release();
    await settle();
    expect(bench.changes).toHaveLength(before);
    expect(bench.closed).toEqual(['home']);
    expect(bench.sockets.last.sent.at(-1)).toBe(
      JSON.stringify({ type: 'disconnect', body: { id } }),
    );
  });

  test('a page that cannot be had any more is nobody’s failure', async () => {
    const release = bench.api.hold('notes/timeline', () => htmlPage(503));
    await look();
    bench.watch();
    release();
    await bench.clock.advance(20_000);
    expect(bench.changes).toEqual([{ kind: 'reset' }]);
    expect(bench.api.callsOf('notes/timeline')).toHaveLength(1);
  });

  test('another one takes its place; one that is wanted again goes on as it is', async () => {
    await look();
    const home = bench.feed();
    bench.watch('home', 'local');
    expect(bench.feed()).toBe(home);
    bench.watch('local');
    expect([...bench.source.timelines.keys()]).toEqual(['local']);
    await reconnect();
    expect(connectsOf(bench.sockets.last).map(({ channel }) => channel)).toEqual([
      'main',
      'localTimeline',
    ]);
  });

  test('what is opened again is loaded anew', async () => {
    bench.api.answer('notes/timeline', () => page(2, 1));
    await look();
    bench.watch();
    bench.watch('home');
    expect(bench.feed().status).toEqual({ state: 'loading' });
    expect(shown()).toEqual([]);
  });
});
