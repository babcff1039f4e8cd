import { describe, expect, test } from 'vitest';
import {
  PictureFetcher,
  pictureLimits,
} from '../../../../src-main/desktop/images/picture-fetcher.ts';
import { fakeClock, settle } from '../../../support/fake-clock.ts';
import { gif, png, webp } from '../../../support/pictures.ts';

const megabyte = 1024 * 1024;
const url = (name: string | number) => `https://example.social/${name}`;
const redirect = (location: string, status = 302) =>
  new Response(null, { status, headers: { location } });

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
  readonly answer: (response: Response) => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A fetcher over a network that the test plays. */
function bench(isOwnServer: (host: string) => boolean = () => false) {
  const clock = fakeClock();
  const asked: Asked[] = [];
  const fetcher = new PictureFetcher({
    clock,
    isOwnServer,
    fetch: (address, init) =>
      new Promise((resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        asked.push({
          url: address,
          init,
          answer(response) {
            resolve(response);
            return settle();
          },
          fail() {
            reject(new TypeError('fetch failed'));
            return settle();
          },
        });
      }),
  });
  return {
    clock,
    asked,
    fetcher,
    /** Asks, answers every request with `responses` in turn, and gives what came of it. */
    async get(address: string, ...responses: Response[]) {
      const picture = fetcher.get(address);
      for (const response of responses) {
        await settle();
        await asked.at(-1)?.answer(response);
      }
      return picture;
    },
  };
}

describe('what is passed on', () => {
  test('a picture, by its bytes and not by what the server calls it', async () => {
    const { get } = bench();
    const response = new Response(webp(), { headers: { 'content-type': 'text/html' } });
    expect(await get(url('a'), response)).toEqual({ bytes: webp(), type: 'image/webp' });
  });

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['SVG that calls itself PNG', '<svg/>', 'image/png'],
    ['HTML', '<!doctype html>', 'text/html'],
    ['nothing', '', 'image/png'],
  ])('not %s', async (_what, body, type) => {
    const { get } = bench();
    const response = new Response(body, { headers: { 'content-type': type } });
    expect(await get(url('a'), response)).toBeNull();
  });

  test.each([400, 404, 500])('not the picture of an answer with %i', async (status) => {
    const { get } = bench();
    expect(await get(url('a'), new Response(png(), { status }))).toBeNull();
  });

  test('not an answer without a body', async () => {
    const { get } = bench();
    expect(await get(url('a'), new Response(null, { status: 204 }))).toBeNull();
  });

  test('8 MiB, and not a byte more', async () => {
    expect(pictureLimits.bytes).toBe(8 * megabyte);
    const whole = await bench().get(url('a'), new Response(png(8 * megabyte)));
    expect(whole?.bytes.byteLength).toBe(8 * megabyte);
    expect(await bench().get(url('a'), new Response(png(8 * megabyte + 1)))).toBeNull();
  });

  test('a body without an end is left after 8 MiB', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream({
      pull(controller) {
        sent += megabyte;
        controller.enqueue(png(megabyte));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect(await bench().get(url('a'), new Response(endless))).toBeNull();
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThanOrEqual(10 * megabyte);
  });
});

test('a request carries nothing of the user', async () => {
  const { get, asked } = bench();
  await get(url('a'), new Response(png()));
  const init = asked[0]?.init;
  expect(init).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
  });
  expect(Object.keys(init?.headers ?? {})).toEqual(['accept']);
  expect(JSON.stringify(init?.headers)).not.toContain('svg');
});

describe('redirects', () => {
  test('are followed, relative ones too', async () => {
    const { get, asked } = bench();
    const picture = await get(
      url('emoji/a.webp'),
      redirect('/files/b'),
      redirect('https://media.example/c', 301),
      new Response(gif()),
    );
    expect(picture?.type).toBe('image/gif');
    expect(asked.map((one) => one.url)).toEqual([
      url('emoji/a.webp'),
      url('files/b'),
      'https://media.example/c',
    ]);
  });

  test('three, and no more', async () => {
    const three = [redirect(url(1)), redirect(url(2)), redirect(url(3))];
    expect(await bench().get(url(0), ...three, new Response(png()))).not.toBeNull();
    const { get, asked } = bench();
    const four = [1, 2, 3, 4].map((n) => redirect(url(n)));
    expect(await get(url(0), ...four)).toBeNull();
    expect(asked).toHaveLength(4);
  });

  test.each([
    'http://example.social/a',
    'https://192.168.1.1/a',
    'https://localhost/a',
    'https://user@example.social/a',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'https://[broken',
  ])('to %s are not followed', async (location) => {
    const { get, asked } = bench();
    expect(await get(url('a'), redirect(url('b')), redirect(location))).toBeNull();
    expect(asked).toHaveLength(2);
  });
});

test('what may not be fetched is not asked for at all', async () => {
  const { fetcher, asked } = bench();
  expect(await fetcher.get('https://192.168.1.1/a')).toBeNull();
  expect(await fetcher.get('no address')).toBeNull();
  expect(asked).toEqual([]);
});

test('on the account’s own server it may be inside', async () => {
  const { get } = bench((host) => host === '127.0.0.1:3000');
  expect(await get('http://127.0.0.1:3000/a', new Response(png()))).not.toBeNull();
});

describe('time', () => {
  test('a server that does not answer is left after 15 seconds', async () => {
    const { fetcher, clock, asked } = bench();
    const picture = fetcher.get(url('a'));
    await clock.advance(pictureLimits.timeout - 1);
    expect(asked[0]?.init.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(await picture).toBeNull();
    expect(pictureLimits.timeout).toBe(15_000);
  });

  test('nothing waits once the picture is there', async () => {
    const { get, clock } = bench();
    await get(url('a'), new Response(png()));
    expect(clock.pending).toBe(0);
  });
});

describe('a few at a time', () => {
  test('six; the others wait for their turn, and their time begins with it', async () => {
    const { fetcher, asked, clock } = bench();
    const pictures = Array.from({ length: 9 }, (_, n) => fetcher.get(url(n)));
    await settle();
    expect(asked.map((one) => one.url)).toEqual([0, 1, 2, 3, 4, 5].map(url));
    await asked[2]?.answer(new Response(png()));
    await asked[0]?.fail();
    expect(asked.map((one) => one.url)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(url));
    await clock.advance(pictureLimits.timeout);
    expect(asked).toHaveLength(9);
    await asked[8]?.answer(new Response(png()));
    const found = await Promise.all(pictures);
    expect(found.map((picture) => picture !== null)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('whoever asks for what is on its way gets the same', async () => {
    const { fetcher, asked } = bench();
    const both = [fetcher.get(url('a')), fetcher.get(url('a'))];
    await settle();
    expect(asked).toHaveLength(1);
    await asked[0]?.answer(new Response(png()));
    const [first, second] = await Promise.all(both);
    expect(first?.type).toBe('image/png');
    expect(second).toBe(first);
  });
});

describe('memory', () => {
  test('a picture is fetched once', async () => {
    const { get, asked } = bench();
    await get(url('a'), new Response(png()));
    expect(await get(url('a'))).toEqual({ bytes: png(), type: 'image/png' });
    expect(asked).toHaveLength(1);
  });

  test.each<[string, (asked: Asked | undefined) => Promise<void> | undefined]>([
    ['was not there', (asked) => asked?.answer(new Response(null, { status: 404 }))],
    ['could not be reached', (asked) => asked?.fail()],
  ])('what %s is not asked for again for a minute', async (_what, fails) => {
    const { fetcher, asked, clock } = bench();
    const first = fetcher.get(url('a'));
    await settle();
    await fails(asked[0]);
    expect(await first).toBeNull();
    await clock.advance(pictureLimits.failedFor - 1);
    expect(await fetcher.get(url('a'))).toBeNull();
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    const again = fetcher.get(url('a'));
    await settle();
    await asked[1]?.answer(new Response(png()));
    expect(await again).not.toBeNull();
    expect(pictureLimits.failedFor).toBe(60_000);
  });

  test('what failed is asked for at once where it may be had again', async () => {
    const { fetcher, get, asked } = bench();
    expect(await get(url('a'), new Response(null, { status: 502 }))).toBeNull();
    fetcher.forgetFailures();
    expect(await get(url('a'), new Response(png()))).not.toBeNull();
    expect(asked).toHaveLength(2);
  });

  test('24 MiB are kept; the least recently used go first', async () => {
    const { get, asked } = bench();
    for (const name of ['a', 'b', 'c']) await get(url(name), new Response(png(8 * megabyte)));
    await get(url('a'));
    expect(asked).toHaveLength(3);
    await get(url('d'), new Response(png()));
    await get(url('a'));
    await get(url('c'));
    await get(url('d'));
    expect(asked).toHaveLength(4);
    await get(url('b'), new Response(png()));
    expect(asked).toHaveLength(5);
    expect(pictureLimits.cacheBytes).toBe(24 * megabyte);
  });

  test('what was replaced is fetched anew, whether it was kept, failed, or is on its way', async () => {
    const { fetcher, get, asked } = bench();
    for (const name of ['a', 'b']) await get(url(name), new Response(png(8 * megabyte)));
    fetcher.forget(url('a'));
    await get(url('a'), new Response(png(8 * megabyte)));
    // Its bytes were given back: there is still room for a third.
    await get(url('c'), new Response(png(8 * megabyte)));
    await get(url('b'));
    expect(asked).toHaveLength(4);
    expect(await get(url('gone'), new Response(null, { status: 404 }))).toBeNull();
    fetcher.forget(url('gone'));
    expect(await get(url('gone'), new Response(gif()))).not.toBeNull();
    const old = fetcher.get(url('slow'));
    await settle();
    fetcher.forget(url('slow'));
    const next = fetcher.get(url('slow'));
    await settle();
    await asked.at(-1)?.answer(new Response(gif()));
    expect((await next)?.type).toBe('image/gif');
    await asked.at(-2)?.answer(new Response(png()));
    expect((await old)?.type).toBe('image/png');
    expect((await fetcher.get(url('slow')))?.type).toBe('image/gif');
    expect(asked).toHaveLength(8);
  });
});
