import { expect, test } from 'vitest';
import { searchAddress } from '../../../../src-renderer/mfm/search.ts';

test('a query is asked for as it is, and nothing else', () => {
  const url = new URL(searchAddress('a & b=c #d\n鈴'));
  expect(url.origin).toBe('https://www.google.com');
  expect([...url.searchParams]).toEqual([['q', 'a & b=c #d\n鈴']]);
  expect(url.hash).toBe('');
});

test('a long query is cut, and half a character is no obstacle', () => {
  const url = new URL(searchAddress(`${'🦊'.repeat(5_000)}`));
  expect([...(url.searchParams.get('q') ?? '')]).toHaveLength(300);
  expect(() => searchAddress('\ud83e')).not.toThrow();
});
