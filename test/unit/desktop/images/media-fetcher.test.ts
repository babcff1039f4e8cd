import { describe, expect, test } from 'vitest';
import { MediaFetcher, mediaLimits } from '../../../../src-main/desktop/images/media-fetcher.ts';
import { fakeClock, settle } from '../../../support/fake-clock.ts';
import { avif, gif, jpeg, png, webp } from '../../../support/pictures.ts';

const url = 'https://example.social/files/a';
const film = new TextEncoder().encode('\0\0\0\x18ftypisom and the rest of the film');

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** A fetcher whose requests are all answered alike. */
function bench(answer: (url: string) => Response | Promise<Response>) {
  const clock = fakeClock();
  const asked: Asked[] = [];
  const fetcher = new MediaFetcher({
    clock,
    isOwnServer: () => false,
    fetch: async (address, init) => {
      asked.push({ url: address, init });
      return answer(address);
    },
  });
  return { clock, asked, fetcher };
}

const typed = (type: string, headers: Readonly<Record<string, string>> = {}) => ({
  headers: { 'content-type': type, ...headers },
});

/** A body whose pieces the test gives by hand. */
function handMade() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      cancelled += 1;
    },
  });
  return {
    body,
    give: (bytes: Uint8Array) => controller?.enqueue(bytes),
    get cancelled() {
      return cancelled;
    },
  };
}

describe('what is passed on', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/gif', gif],
    ['image/webp', webp],
    ['image/avif', avif],
  ])('%s, by its bytes and not by what the server calls it', async (type, make) => {
    const { fetcher } = bench(() => new Response(make(5_000), typed('text/html')));
    const response = await fetcher.answer(url, null);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(make(5_000));
  });

  test.each(['video/mp4', 'video/webm', 'audio/mpeg', 'Audio/OGG; codecs=opus'])(
    '%s',
    async (type) => {
      const { fetcher } = bench(() => new Response(film, typed(type)));
      const response = await fetcher.answer(url, null);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type.toLowerCase().split(';')[0]);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(film);
    },
  );

  test.each([
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['image/heic', '\0\0\0\x18ftypheic'],
    ['text/html', '<!doctype html><script>alert(1)</script>'],
    ['application/octet-stream', 'MZ'],
    ['video/', 'x'],
    ['', 'x'],
  ])('nothing that calls itself %j and is %j', async (type, body) => {
    const { fetcher } = bench(() => new Response(body, typed(type)));
    expect((await fetcher.answer(url, null)).status).toBe(404);
  });

  test.each([204, 404, 500])('nothing of an answer with %i', async (status) => {
    const { fetcher } = bench(
      () => new Response(status === 204 ? null : png(), { status, ...typed('image/png') }),
    );
    expect((await fetcher.answer(url, null)).status).toBe(404);
  });

  test('no picture that unfolds to too much', async () => {
    const bomb = png(64);
    new DataView(bomb.buffer).setUint32(16, 100_000);
    new DataView(bomb.buffer).setUint32(20, 100_000);
    const { fetcher } = bench(() => new Response(bomb));
    expect((await fetcher.answer(url, null)).status).toBe(404);
  });

  test('no picture that is too long, and no more of it than that', async () => {
    const megabyte = png(1024 * 1024);
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += megabyte.byteLength;
        controller.enqueue(megabyte);
      },
    });
    const { fetcher, asked } = bench(() => new Response(endless));
    expect((await fetcher.answer(url, null)).status).toBe(404);
    expect(given).toBeLessThanOrEqual(mediaLimits.imageBytes + 3 * megabyte.byteLength);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  test('no file that says it is too long', async () => {
    const length = `${mediaLimits.bytes + 1}`;
    const { fetcher } = bench(
      () => new Response(film, typed('video/mp4', { 'content-length': length })),
    );
    expect((await fetcher.answer(url, null)).status).toBe(404);
  });

  test('no more of a film than may be, whatever its server says', async () => {
    const piece = new Uint8Array(32 * 1024 * 1024);
    const { fetcher, asked } = bench(
      () =>
        new Response(
          new ReadableStream({ pull: (controller) => controller.enqueue(piece) }),
          typed('video/mp4'),
        ),
    );
    const response = await fetcher.answer(url, null);
    const reader = response.body?.getReader();
    let bytes = 0;
    const read = async () => {
      for (;;) bytes += (await reader?.read())?.value?.byteLength ?? 0;
    };
    await expect(read()).rejects.toThrow('the file is too large');
    expect(bytes).toBeLessThanOrEqual(mediaLimits.bytes);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });
});

describe('a part of a film', () => {
  const partial = (range: string) =>
    bench(
      () =>
        new Response(film.subarray(4), {
          status: 206,
          ...typed('video/mp4', { 'content-range': range, 'content-length': '30' }),
        }),
    );

  test('is asked for and passed on', async () => {
    const { fetcher, asked } = partial('bytes 4-33/34');
    const response = await fetcher.answer(url, 'bytes=4-');
    expect(asked[0]?.init.headers).toMatchObject({ range: 'bytes=4-' });
    expect(response.status).toBe(206);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-range': 'bytes 4-33/34',
      'content-length': '30',
      'accept-ranges': 'bytes',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(film.subarray(4));
  });

  test.each(['bytes=a-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-5', 'bytes=0-\r\nx: y'])(
    'is not asked for as %j',
    async (range) => {
      const { fetcher, asked } = bench(() => new Response(film, typed('video/mp4')));
      await fetcher.answer(url, range);
      expect(asked[0]?.init.headers).not.toHaveProperty('range');
    },
  );

  test.each(['bytes 9-4/34', 'bytes x-y/z', 'nonsense', `bytes 0-9/${mediaLimits.bytes + 1}`])(
    'that says %j is refused',
    async (range) => {
      expect((await partial(range).fetcher.answer(url, 'bytes=4-')).status).toBe(404);
    },
  );

  test('is no picture: those come whole', async () => {
    const { fetcher } = bench(
      () =>
        new Response(png(), {
          status: 206,
          ...typed('image/png', { 'content-range': 'bytes 0-15/16' }),
        }),
    );
    expect((await fetcher.answer(url, 'bytes=0-')).status).toBe(404);
  });

  test('behind the end is told so', async () => {
    const { fetcher } = bench(() => new Response(null, { status: 416 }));
    expect((await fetcher.answer(url, 'bytes=99-')).status).toBe(416);
  });
});

describe('where it is fetched from', () => {
  test('nothing about the user is told', async () => {
    const { fetcher, asked } = bench(() => new Response(film, typed('video/mp4')));
    await fetcher.answer(url, null);
    expect(asked[0]).toMatchObject({
      url,
      init: {
        headers: { accept: 'image/*,video/*,audio/*' },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
      },
    });
  });

  test('redirects are followed where they may lead, and not for ever', async () => {
    const to = (location: string) => new Response(null, { status: 302, headers: { location } });
    const followed = bench((address) =>
      address.endsWith('/b') ? new Response(film, typed('video/mp4')) : to('/b'),
    );
    expect((await followed.fetcher.answer(url, null)).status).toBe(200);
    const inside = bench(() => to('https://192.168.1.1/admin'));
    expect((await inside.fetcher.answer(url, null)).status).toBe(404);
    expect(inside.asked).toHaveLength(1);
    const round = bench(() => to('/again'));
    expect((await round.fetcher.answer(url, null)).status).toBe(404);
    expect(round.asked).toHaveLength(4);
  });

  test('a server that cannot be reached has no files', async () => {
    const { fetcher } = bench(() => Promise.reject(new TypeError('fetch failed')));
    expect((await fetcher.answer(url, null)).status).toBe(404);
  });
});

describe('patience', () => {
  test('ends where the first bytes do not come', async () => {
    const silent = handMade();
    const { fetcher, clock, asked } = bench(() => new Response(silent.body, typed('video/mp4')));
    const answer = fetcher.answer(url, null);
    await clock.advance(mediaLimits.firstByte);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect((await answer).status).toBe(404);
    expect(silent.cancelled).toBe(1);
  });

  test('ends where a film falls silent while the window waits, and not while it does not', async () => {
    const slow = handMade();
    const { fetcher, clock, asked } = bench(() => new Response(slow.body, typed('video/mp4')));
    const answer = fetcher.answer(url, null);
    await settle();
    slow.give(film);
    const reader = (await answer).body?.getReader();
    expect((await reader?.read())?.value).toEqual(film);
    await clock.advance(10 * mediaLimits.stall);
    expect(asked[0]?.init.signal?.aborted).toBe(false);
    const next = expect(reader?.read()).rejects.toThrow('given up');
    await clock.advance(mediaLimits.stall);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    await next;
  });

  test('ends for the first of too many', async () => {
    const { fetcher, asked } = bench(() => new Response(film, typed('video/mp4')));
    for (let n = 0; n <= mediaLimits.atOnce; n += 1) await fetcher.answer(url, null);
    expect(asked.map(({ init }) => init.signal?.aborted)).toEqual([
      true,
      ...Array.from({ length: mediaLimits.atOnce }, () => false),
    ]);
  });

  test('what was read to its end, or is not wanted any more, makes room', async () => {
    const { fetcher, asked } = bench(() => new Response(film, typed('video/mp4')));
    await (await fetcher.answer(url, null)).arrayBuffer();
    await (await fetcher.answer(url, null)).body?.cancel();
    for (let n = 0; n < mediaLimits.atOnce; n += 1) await fetcher.answer(url, null);
    expect(asked.slice(2).map(({ init }) => init.signal?.aborted)).toEqual(
      Array.from({ length: mediaLimits.atOnce }, () => false),
    );
  });
});
