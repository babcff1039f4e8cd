import { describe, expect, test } from 'vitest';
import { Images } from '../../../../src-main/desktop/images/images.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { png } from '../../../support/pictures.ts';

const alice = 'alice@example.social';

function bench() {
  const asked: string[] = [];
  const world = { isSaving: false };
  const images = new Images({
    clock: fakeClock(),
    isOwnServer: () => false,
    isSaving: () => world.isSaving,
    originOf: (accountId) => (accountId === alice ? 'https://example.social' : null),
    fetch: async (url) => {
      asked.push(url);
      return new Response(png());
    },
  });
  return { images, asked, world, serve: (address: string) => images.serve(new URL(address)) };
}

describe('for the window', () => {
  test('a picture behind its address', async () => {
    const { images, asked, serve } = bench();
    const address = images.address('https://example.social/avatar.webp');
    const response = await serve(address ?? '');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png());
    expect(asked).toEqual(['https://example.social/avatar.webp']);
  });

  test('no address for what may not be fetched', () => {
    expect(bench().images.address('http://example.social/a.png')).toBeNull();
  });

  test.each([
    ['blob@.', 'https://example.social/emoji/blob.webp'],
    ['blob', 'https://example.social/emoji/blob.webp'],
    ['blob@other.example', 'https://example.social/emoji/blob@other.example.webp'],
    ['blob%40other.example', 'https://example.social/emoji/blob@other.example.webp'],
    ['a-b+c_1', 'https://example.social/emoji/a-b%2Bc_1.webp'],
  ])('the emoji %s comes from the account’s own server', async (name, url) => {
    const { images, asked, serve } = bench();
    const response = await serve(`${images.emojiPrefix(alice)}${name}`);
    expect(response.status).toBe(200);
    expect(asked).toEqual([url]);
  });

  test.each([
    'suzu://app/image/',
    'suzu://app/image/nobody',
    'suzu://app/image/constructor',
    'suzu://app/image/https%3A%2F%2Fevil.example%2Fa.png',
    'suzu://app/emoji/',
    'suzu://app/emoji/alice%40example.social',
    'suzu://app/emoji/alice%40example.social/',
    'suzu://app/emoji/alice%40example.social/0/',
    'suzu://app/emoji/alice%40example.social/blob@.',
    'suzu://app/emoji/nobody%40example.social/0/blob@.',
    'suzu://app/emoji/alice%40example.social/0/..%2F..%2Fapi%2Fi',
    'suzu://app/emoji/alice%40example.social/0/%2e%2e/%2e%2e/image/x',
    'suzu://app/emoji/alice%40example.social/0/blob@evil.example%2Fx%3F',
    'suzu://app/emoji/alice%40example.social/0/blob@a@b',
    'suzu://app/emoji/alice%40example.social/0/%E0%A4%A',
    'suzu://app/emoji/%E0%A4%A/0/blob',
    'suzu://app/emoji/alice%40example.social/0/%F0%9F%91%8D',
    'suzu://app/other/alice%40example.social/blob',
  ])('%s is nothing', async (address) => {
    const { asked, serve } = bench();
    expect((await serve(address)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test('a picture that cannot be had', async () => {
    const images = new Images({
      clock: fakeClock(),
      isOwnServer: () => false,
      isSaving: () => false,
      originOf: () => null,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    const address = images.address('https://example.social/a.png');
    expect((await images.serve(new URL(address ?? ''))).status).toBe(404);
  });
});

describe('emojis that changed', () => {
  test('are fetched anew under other addresses, and all others are not', async () => {
    const { images, asked, serve } = bench();
    const blob = 'https://example.social/emoji/blob.webp';
    const show = async () => {
      for (const name of ['blob@.', 'cat@.']) await serve(`${images.emojiPrefix(alice)}${name}`);
      await serve(images.address(blob) ?? '');
    };
    const [prefix, address] = [images.emojiPrefix(alice), images.address(blob)];
    await show();
    await show();
    expect(asked).toEqual([blob, 'https://example.social/emoji/cat.webp']);
    images.renewEmojis(alice, ['blob']);
    expect(images.emojiPrefix(alice)).not.toBe(prefix);
    expect(images.address(blob)).not.toBe(address);
    await show();
    expect(asked).toEqual([blob, 'https://example.social/emoji/cat.webp', blob]);
  });

  test('of an account that is gone are nothing', () => {
    const { images } = bench();
    const prefix = images.emojiPrefix('dana@other.example');
    images.renewEmojis('dana@other.example', ['blob']);
    expect(images.emojiPrefix('dana@other.example')).toBe(prefix);
  });
});

test('for a toast, a picture by the address that the server named', async () => {
  const { images } = bench();
  expect(await images.fetch('https://example.social/avatar.webp')).toEqual({
    bytes: png(),
    type: 'image/png',
  });
  expect(await images.fetch('https://192.168.1.1/avatar.webp')).toBeNull();
});

describe('in a time to save', () => {
  test('only pictures that are here already are shown, until one is asked for', async () => {
    const { images, asked, world, serve } = bench();
    const address = (name: string) => images.address(`https://example.social/${name}.png`) ?? '';
    await serve(address('seen'));
    world.isSaving = true;
    expect((await serve(address('seen'))).status).toBe(200);
    const unseen = await serve(address('unseen'));
    expect(unseen.status).toBe(404);
    expect(unseen.headers.get('cache-control')).toBe('no-store');
    expect(await images.fetch('https://example.social/toast.png')).toBeNull();
    expect(asked).toEqual(['https://example.social/seen.png']);

    expect((await serve(`${address('unseen')}?load`)).status).toBe(200);
    world.isSaving = false;
    expect((await serve(address('late'))).status).toBe(200);
  });
});
