import { lookup } from 'node:dns';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { Images } from '../../src-main/desktop/images/images.ts';
import { pictureLimits } from '../../src-main/desktop/images/picture-fetcher.ts';
import { type LookUpAll, publicLookup } from '../../src-main/desktop/images/public-lookup.ts';
import { startDemo } from '../support/demo.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { png, webp } from '../support/pictures.ts';
import { testNetwork } from '../support/test-network.ts';

const alice = 'alice@example.social';
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server of pictures on this computer; gives its host with port. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return hostOf(server.address());
}

function hostOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `127.0.0.1:${address.port}`;
}

/** Pictures over the real network, of an account on `host`. */
function imagesOf(host: string, clock = fakeClock()) {
  return new Images({
    clock,
    fetch: testNetwork().mediaFetch((asked) => (asked === host ? lookup : publicLookup(lookup))),
    isOwnServer: (asked) => asked === host,
    isSaving: () => false,
    originOf: (accountId) => (accountId === alice ? `http://${host}` : null),
  });
}

test('a picture arrives whole, and the request tells nothing about the user', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const host = await serve(({ headers }, response) => {
    seen.push(headers);
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'set-cookie': 'who=alice' });
    response.end(png(100_000));
  });
  const images = imagesOf(host);
  expect(await images.fetch(`http://${host}/a`)).toEqual({
    bytes: png(100_000),
    type: 'image/png',
  });
  await images.fetch(`http://${host}/b`);
  expect(seen).toHaveLength(2);
  for (const headers of seen) {
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('referer');
    expect(headers).not.toHaveProperty('origin');
    expect(headers.accept).toBe('image/webp,image/avif,image/png,image/jpeg,image/gif');
  }
});

test('a redirect within the account’s server is followed, one to another port is not', async () => {
  const asked: string[] = [];
  const stranger = await serve((request, response) => {
    asked.push(`stranger ${request.url}`);
    response.end(png());
  });
  const host = await serve((request, response) => {
    asked.push(`own ${request.url}`);
    if (request.url === '/picture') {
      response.end(webp());
      return;
    }
    const location = request.url === '/away' ? `http://${stranger}/picture` : '/picture';
    response.writeHead(302, { location }).end();
  });
  const images = imagesOf(host);
  expect((await images.fetch(`http://${host}/here`))?.type).toBe('image/webp');
  expect(await images.fetch(`http://${host}/away`)).toBeNull();
  expect(asked).toEqual(['own /here', 'own /picture', 'own /away']);
});

test('a body without an end is left, and its connection with it', async () => {
  let closed: () => void = () => {};
  const left = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const host = await serve((_request, response) => {
    const more = () => {
      while (response.write(png(1024 * 1024)));
    };
    response.on('drain', more).on('close', closed);
    more();
  });
  expect(await imagesOf(host).fetch(`http://${host}/endless`)).toBeNull();
  await left;
});

test('a server that falls silent in the middle is left when the time is up', async () => {
  let begun: () => void = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const host = await serve((_request, response) => {
    response.write(png(), () => begun());
  });
  const clock = fakeClock();
  const picture = imagesOf(host, clock).fetch(`http://${host}/silent`);
  await beginning;
  await clock.advance(pictureLimits.timeout);
  expect(await picture).toBeNull();
});

test('a server that is gone has no pictures', async () => {
  const host = await serve(() => {});
  for (const end of ends.splice(0)) await end();
  expect(await imagesOf(host).fetch(`http://${host}/a`)).toBeNull();
});

test('avatars and emojis of a Misskey server, in both spellings', async () => {
  const { server, origin } = await startDemo();
  ends.push(() => server.kill());
  const images = imagesOf(new URL(origin).host);
  const emoji = [...server.world.emojis.values()].find(({ host }) => host === null);
  for (const spelling of [`${emoji?.name}`, `${emoji?.name}@.`]) {
    const response = await images.serve(new URL(`${images.emojiPrefix(alice)}${spelling}`));
    expect(response.headers.get('content-type')).toBe('image/webp');
  }
  const nobody = await images.serve(new URL(`${images.emojiPrefix(alice)}nobody@.`));
  expect(nobody.status).toBe(404);
});

describe('a film', () => {
  const film = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251));

  /** A server with one film, which gives any part of it. */
  const filmServer = () =>
    serve(({ headers }, response) => {
      const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
      const start = Number(from ?? 0);
      response.writeHead(from === undefined ? 200 : 206, {
        'content-type': 'video/mp4',
        'content-length': film.length - start,
        'accept-ranges': 'bytes',
        ...(from === undefined
          ? {}
          : { 'content-range': `bytes ${start}-${film.length - 1}/${film.length}` }),
      });
      response.end(film.subarray(start));
    });

  test('comes whole, or from where the reader jumps to', async () => {
    const host = await filmServer();
    const images = imagesOf(host);
    const address = new URL(images.media(`http://${host}/film`) ?? '');
    const whole = await images.serve(address);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(film);
    const rest = await images.serve(address, 'bytes=990-');
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe('bytes 990-999/1000');
    expect(Buffer.from(await rest.arrayBuffer())).toEqual(film.subarray(990));
  });

  test('is left when nobody watches it any more', async () => {
    let closed: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      const more = () => {
        while (response.write(film));
      };
      response.on('drain', more).on('close', closed);
      more();
    });
    const images = imagesOf(host);
    const response = await images.serve(new URL(images.media(`http://${host}/film`) ?? ''));
    await response.body?.cancel();
    await left;
  });

  test('that was never named is none', async () => {
    const host = await filmServer();
    const response = await imagesOf(host).serve(new URL('suzu://app/media/unnamed'));
    expect(response.status).toBe(404);
  });
});

test('a public name that leads into the private network is not connected to', async () => {
  const asked: string[] = [];
  const host = await serve(({ url = '' }, response) => {
    asked.push(url);
    response.end(png());
  });
  const port = new URL(`http://${host}`).port;
  const fetchOf = (isOwn: boolean) =>
    testNetwork().mediaFetch(() => {
      const toLoopback: LookUpAll = (_name, _options, callback) =>
        callback(null, [{ address: '127.0.0.1', family: 4 }]);
      const plain: LookupFunction = (_name, { all }, callback) =>
        all === true
          ? callback(null, [{ address: '127.0.0.1', family: 4 }])
          : callback(null, '127.0.0.1', 4);
      return isOwn ? plain : publicLookup(toLoopback);
    });
  const url = `http://rebound.example:${port}/router`;
  await expect(fetchOf(false)(url, {})).rejects.toThrow('private network');
  expect(asked).toEqual([]);
  // The same name, as the account's own server.
  expect((await fetchOf(true)(url, {})).status).toBe(200);
  expect(asked).toEqual(['/router']);
});
