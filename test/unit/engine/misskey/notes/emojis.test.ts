import { beforeEach, describe, expect, test } from 'vitest';
import { Emojis } from '../../../../../src-main/engine/misskey/notes/emojis.ts';
import { apiFailure, fakeApi, htmlPage } from '../../../../support/fake-api.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An emoji as a server packs one. */
const raw = (name: string, fields: Fields = {}): Fields => ({
  name,
  aliases: [],
  category: null,
  url: `https://example.social/files/${name}`,
  ...fields,
});

function emojisBench() {
  const clock = fakeClock();
  const api = fakeApi();
  const changed: (readonly string[])[] = [];
  const emojis = new Emojis({ api: api.api, clock, onChange: (names) => void changed.push(names) });
  return {
    clock,
    api,
    changed,
    emojis,
    names: async () => (await emojis.list()).map(({ name }) => name),
  };
}

let bench: ReturnType<typeof emojisBench>;

beforeEach(() => {
  bench = emojisBench();
  bench.api.answer('emojis', () => ({ emojis: [raw('blob'), raw('cat')] }));
});

describe('the list', () => {
  test('is asked for when it is first wanted, and once', async () => {
    expect(bench.api.calls).toEqual([]);
    const both = [bench.names(), bench.names()];
    expect(await Promise.all(both)).toEqual([
      ['blob', 'cat'],
      ['blob', 'cat'],
    ]);
    await bench.names();
    expect(bench.api.callsOf('emojis')).toHaveLength(1);
  });

  test('leaves out what cannot be read, and what no emoji of this server is', async () => {
    bench.api.answer('emojis', () => ({
      emojis: [
        raw('blob', { aliases: ['b', '', 7, 'x'.repeat(200)], category: 'c', isSensitive: true }),
        raw('far', { host: 'far.example' }),
        raw('no name'),
        raw('../etc'),
        raw('x'.repeat(200)),
        null,
        { aliases: [] },
        raw('constructor', { aliases: 'none', category: 7, isSensitive: 'x' }),
      ],
    }));
    expect(await bench.emojis.list()).toEqual([
      { name: 'blob', aliases: ['b'], category: 'c', isSensitive: true },
      { name: 'constructor', aliases: [], category: null, isSensitive: false },
    ]);
  });

  test('of a server of long ago is among its other properties', async () => {
    bench.api.answer('emojis', () => htmlPage(404));
    bench.api.answer('meta', () => ({ version: '12.119.2', emojis: [raw('old', { host: null })] }));
    expect(await bench.names()).toEqual(['old']);
    expect(bench.api.callsOf('meta')[0]?.parameters).toEqual({ detail: true });
  });

  test.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['is broken', () => htmlPage(502)],
    ['asks for patience', () => apiFailure(429, 'RATE_LIMIT_EXCEEDED')],
  ])('of a server that %s is asked for again the next time', async (_what, answer) => {
    bench.api.answer('emojis', answer);
    await expect(bench.emojis.list()).rejects.toMatchObject({ name: 'ApiError' });
    expect(bench.api.callsOf('meta')).toEqual([]);
    bench.api.answer('emojis', () => ({ emojis: [raw('blob')] }));
    expect(await bench.names()).toEqual(['blob']);
  });

  test('stays bounded', async () => {
    bench.api.answer('emojis', () => ({
      emojis: Array.from({ length: 40_000 }, (_, n) => raw(`emoji${n}`)),
    }));
    expect(await bench.names()).toHaveLength(30_000);
    bench.emojis.onBroadcast('emojiAdded', { emoji: raw('more') });
    expect(await bench.names()).toHaveLength(30_000);
  });
});

describe('what the server tells everybody', () => {
  test('keeps the list up to date', async () => {
    await bench.names();
    bench.emojis.onBroadcast('emojiAdded', { emoji: raw('dog') });
    bench.emojis.onBroadcast('emojiUpdated', { emojis: [raw('blob', { category: 'new' })] });
    bench.emojis.onBroadcast('emojiDeleted', { emojis: [raw('cat')] });
    expect(await bench.emojis.list()).toMatchObject([
      { name: 'blob', category: 'new' },
      { name: 'dog', category: null },
    ]);
    expect(bench.api.callsOf('emojis')).toHaveLength(1);
  });

  test('while the list is on its way is newer than the list', async () => {
    const release = bench.api.hold('emojis', () => ({ emojis: [raw('blob'), raw('cat')] }));
    const names = bench.names();
    bench.emojis.onBroadcast('emojiDeleted', { emojis: [raw('cat')] });
    bench.emojis.onBroadcast('emojiAdded', { emoji: raw('dog') });
    await settle();
    release();
    expect(await names).toEqual(['blob', 'dog']);
  });

  test('is told together, for the pictures', async () => {
    bench.emojis.onBroadcast('emojiAdded', { emoji: raw('dog') });
    bench.emojis.onBroadcast('emojiUpdated', { emojis: [raw('blob'), raw('dog')] });
    expect(bench.changed).toEqual([]);
    await bench.clock.advance(500);
    expect(bench.changed).toEqual([['dog', 'blob']]);
    await bench.clock.advance(10_000);
    expect(bench.changed).toHaveLength(1);
    expect(bench.api.calls).toEqual([]);
  });

  test.each([
    ['announcementCreated', { announcement: {} }],
    ['emojiAdded', null],
    ['emojiAdded', { emoji: { name: 7 } }],
    ['emojiUpdated', { emojis: 'all' }],
    ['emojiDeleted', { emojis: [null, raw('far', { host: 'far.example' })] }],
  ])('%s %j changes nothing', async (type, body) => {
    await bench.names();
    bench.emojis.onBroadcast(type, body);
    await bench.clock.advance(10_000);
    expect(bench.changed).toEqual([]);
    expect(await bench.names()).toEqual(['blob', 'cat']);
  });

  test('is missed without a connection: then the list is asked for anew', async () => {
    await bench.names();
    bench.emojis.onDisconnected();
    bench.api.answer('emojis', () => ({ emojis: [raw('cat')] }));
    expect(await bench.names()).toEqual(['cat']);
    bench.emojis.onDisconnected();
    bench.api.answer('emojis', () => htmlPage(502));
    expect(await bench.names()).toEqual(['cat']);
  });

  test('is told to nobody after the end', async () => {
    bench.emojis.onBroadcast('emojiAdded', { emoji: raw('dog') });
    bench.emojis.stop();
    await bench.clock.advance(10_000);
    expect(bench.changed).toEqual([]);
  });
});
