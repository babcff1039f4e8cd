import { expect, test } from 'vitest';
import { ImageRegistry } from '../../../../src-main/desktop/images/image-registry.ts';

const nameOf = (address: string | null) => address?.replace('suzu://app/image/', '') ?? '';

test('gives a picture an address that tells nothing, and finds it again', () => {
  const registry = new ImageRegistry(() => false);
  const address = registry.register('https://example.social/a.png');
  expect(address).toMatch(/^suzu:\/\/app\/image\/[\w-]{24}$/);
  expect(registry.find(nameOf(address))).toBe('https://example.social/a.png');
});

test('the same picture keeps its address, another gets its own', () => {
  const registry = new ImageRegistry(() => false);
  const [a, again, b] = ['a', 'a', 'b'].map((name) =>
    registry.register(`https://example.social/${name}.png`),
  );
  expect(again).toBe(a);
  expect(b).not.toBe(a);
});

test('what may not be fetched gets none', () => {
  const registry = new ImageRegistry((host) => host === 'localhost:3000');
  expect(registry.register('http://localhost:3000/a.png')).not.toBeNull();
  expect(registry.register('http://localhost:3001/a.png')).toBeNull();
  expect(registry.register('https://router/a.png')).toBeNull();
  expect(registry.register('no address')).toBeNull();
});

test.each(['', 'nobody', 'constructor', '__proto__'])('%j was never registered', (name) => {
  expect(new ImageRegistry(() => false).find(name)).toBeUndefined();
});

test('remembers 20,000; the one that was shown least recently goes first', () => {
  const registry = new ImageRegistry(() => false);
  const url = (n: number) => `https://example.social/${n}.png`;
  const names = Array.from({ length: 20_000 }, (_, n) => nameOf(registry.register(url(n))));
  registry.register(url(0));
  registry.register(url(20_000));
  expect(registry.find(names[0] ?? '')).toBe(url(0));
  expect(registry.find(names[1] ?? '')).toBeUndefined();
  expect(registry.find(names[2] ?? '')).toBe(url(2));
});

test('what was replaced gets another address, behind which the same is found', () => {
  const registry = new ImageRegistry(() => false);
  const url = 'https://example.social/a.png';
  const before = registry.register(url);
  registry.renew(url);
  const after = registry.register(url);
  expect(after).not.toBe(before);
  expect(registry.register(url)).toBe(after);
  expect(registry.find(nameOf(before))).toBe(url);
  expect(nameOf(after).split('?')[0]).toBe(nameOf(before));
});
