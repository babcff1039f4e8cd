import { beforeEach, describe, expect, test } from 'vitest';
import { fetchMissed, fetchNewest } from '../../../../../src-main/engine/misskey/inbox/catch-up.ts';
import { apiFailure, type FakeApi, fakeApi, type SeenCall } from '../../../../support/fake-api.ts';
import { fakeStart } from '../../../../support/fake-clock.ts';
import { rawNotification } from '../../../../support/samples.ts';

let server: FakeApi;
/** The ids that the server keeps, and of those the ones that it shows. */
let kept: string[];
let isShown: (id: string) => boolean;

const id = (n: number) => `n${String(n).padStart(4, '0')}`;
const ids = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => id(from + index));
const timeOf = (notificationId: string) =>
  new Date(fakeStart + Number(notificationId.slice(1)) * 1_000).toISOString();
const raw = (notificationId: string) =>
  rawNotification(notificationId, { createdAt: timeOf(notificationId) });

beforeEach(() => {
  server = fakeApi();
  kept = [];
  isShown = () => true;
  // As Misskey pages: sinceId alone turns the order round; packing drops entries after the limit.
  server.answer('i/notifications', ({ parameters: { sinceId, limit } }: SeenCall) => {
    const page =
      typeof sinceId === 'string'
        ? kept.filter((one) => one > sinceId).slice(0, Number(limit))
        : [...kept].reverse().slice(0, Number(limit));
    return page.filter((one) => isShown(one)).map(raw);
  });
});

const missed = async (since: string | null) =>
  (await fetchMissed(server.api, since)).map((one) => one.id);
const asked = () =>
  server
    .callsOf('i/notifications')
    .map(({ parameters: { sinceId, limit } }) => [sinceId ?? null, limit]);

describe('the newest', () => {
  test('come newest first, as many as asked for', async () => {
    kept = ids(1, 50);
    const found = await fetchNewest(server.api, 3);
    expect(found.map((one) => one.id)).toEqual([id(50), id(49), id(48)]);
    expect(asked()).toEqual([[null, 3]]);
  });

  test('one that cannot be read does not take the others with it', async () => {
    server.answer('i/notifications', () => [raw('n1'), { id: 'n2' }, 'rubbish', raw('n3')]);
    expect((await fetchNewest(server.api, 10)).map((one) => one.id)).toEqual(['n1', 'n3']);
  });
});

describe('what was missed', () => {
  test('comes oldest first, after the id that was seen last', async () => {
    kept = ids(1, 8);
    expect(await missed(id(5))).toEqual(ids(6, 8));
  });

  test('nothing missed: two questions, and an empty list', async () => {
    kept = ids(1, 5);
    expect(await missed(id(5))).toEqual([]);
    expect(asked()).toEqual([
      [id(5), 100],
      [null, 10],
    ]);
  });

  test('pages are walked forward with the last id until an empty one', async () => {
    kept = ids(1, 250);
    expect(await missed(id(1))).toEqual(ids(2, 250));
    expect(asked()).toEqual([
      [id(1), 100],
      [id(101), 100],
      [id(201), 100],
      [id(250), 100],
      [null, 10],
    ]);
  });

  test('a short page is not the end', async () => {
    kept = ids(1, 150);
    isShown = (one) => one === id(50) || one >= id(140);
    expect(await missed(id(1))).toEqual([id(50), ...ids(140, 150)]);
  });

  test('behind an empty page the newest are found by a last look', async () => {
    kept = ids(1, 205);
    isShown = (one) => one >= id(203);
    expect(await missed(id(1))).toEqual(ids(203, 205));
  });

  test('the last look brings nothing that is older than the gap', async () => {
    kept = ids(1, 20);
    expect(await missed(id(18))).toEqual(ids(19, 20));
  });

  test('one that cannot be read is left out, and the walk goes on from it', async () => {
    const pages = [[raw('n2'), { id: 'n3', broken: true }], [raw('n4')], [], []];
    server.answer('i/notifications', () => pages.shift());
    expect(await missed('n1')).toEqual(['n2', 'n4']);
    expect(asked().map(([since]) => since)).toEqual(['n1', 'n3', 'n4', null]);
  });

  test('one that came while it was walked is found once', async () => {
    kept = ids(1, 3);
    const walked = missed(id(1));
    kept = ids(1, 4);
    const found = await walked;
    expect(found).toEqual([...new Set(found)]);
    expect(found.slice(0, 2)).toEqual(ids(2, 3));
  });

  test('those of one moment are in the order of their ids', async () => {
    const same = (one: string) => rawNotification(one, { createdAt: timeOf('n0001') });
    const pages = [[same('c'), same('a'), raw('n0000'), same('b')], [], []];
    server.answer('i/notifications', () => pages.shift() ?? []);
    expect(await missed('0')).toEqual(['n0000', 'a', 'b', 'c']);
  });

  test('an account that had nothing yet missed everything that is there', async () => {
    kept = ids(1, 4);
    expect(await missed(null)).toEqual(ids(1, 4));
    expect(asked()).toEqual([[null, 100]]);
  });

  test('a server that never ends is left after ten pages', async () => {
    let n = 0;
    server.answer('i/notifications', () => {
      n += 1;
      return [raw(id(n))];
    });
    await missed(id(0));
    expect(asked()).toHaveLength(11);
  });

  test('every call leaves the unread marks of other devices alone', async () => {
    kept = ids(1, 150);
    await missed(id(1));
    await fetchNewest(server.api, 1);
    for (const { parameters } of server.calls) expect(parameters['markAsRead']).toBe(false);
  });

  test('a page that cannot be had is an error: nothing is half caught up', async () => {
    kept = ids(1, 150);
    let calls = 0;
    server.answer('i/notifications', () => {
      calls += 1;
      return calls === 1 ? ids(2, 101).map(raw) : apiFailure(500, 'INTERNAL_ERROR');
    });
    await expect(missed(id(1))).rejects.toMatchObject({ kind: 'server-error' });
  });
});
