import { expect, test } from 'vitest';
import { toastText } from '../../../../src-main/desktop/toasts/toast-text.ts';

const bodyOf = (body: string, markup: boolean) => toastText({ title: '', body }, markup).body;

test('markup in a body is escaped where bodies are markup', () => {
  expect(bodyOf('a < b & <b>bold</b> &amp;', true)).toBe(
    'a &lt; b &amp; &lt;b&gt;bold&lt;/b&gt; &amp;amp;',
  );
});

test('a body is left as it is where it is plain text', () => {
  expect(bodyOf('a < b & <b>bold</b>', false)).toBe('a < b & <b>bold</b>');
});

test('a title is plain text everywhere', () => {
  expect(toastText({ title: 'A & <b>', body: '' }, true).title).toBe('A & <b>');
});

test('control characters become spaces, line breaks stay in the body only', () => {
  expect(toastText({ title: 'a\nb\0c', body: 'a\r\nb\0c\rd' }, false)).toEqual({
    title: 'a b c',
    body: 'a\nb c\nd',
  });
});

test('half of a surrogate pair does not get through', () => {
  expect(bodyOf('a\ud83dz 😀', false)).toBe('a\ufffdz 😀');
});

test('a text that is too long is cut between characters, before it is escaped', () => {
  const cut = bodyOf('😀'.repeat(1_001), true);
  expect([...cut]).toHaveLength(1_000);
  expect(cut.endsWith('😀…')).toBe(true);
  expect(bodyOf('&'.repeat(1_000), true)).toBe('&amp;'.repeat(1_000));
  expect([...toastText({ title: 'x'.repeat(300), body: '' }, true).title]).toHaveLength(200);
});
