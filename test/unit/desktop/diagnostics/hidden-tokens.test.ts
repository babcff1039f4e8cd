import { expect, test } from 'vitest';
import { hidingTokens } from '../../../../src-main/desktop/diagnostics/hidden-tokens.ts';
import { createRedactor } from '../../../../src-main/desktop/diagnostics/redact.ts';

/** A store with these, and what a text is once what passed it is hidden. */
function hiding(stored: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(stored));
  const redactor = createRedactor();
  const store = hidingTokens(
    {
      load: async (id) => kept.get(id) ?? null,
      save: async (id, token) => void kept.set(id, token),
      forget: async (id) => void kept.delete(id),
    },
    redactor,
  );
  return { kept, store, clean: redactor.clean };
}

const ofFeed = JSON.stringify({
  headers: { Authorization: 'Bearer open-sesame', Cookie: 'session=caraway-seeds; lang=en' },
  username: 'alice',
  server: 'https://build.example',
  password: 'wonderland',
});

test('an account’s token is hidden from when it is read or kept', async () => {
  const { store, clean } = hiding({ alice: 'caramel-apples' });
  expect(clean('got caramel-apples')).toContain('caramel-apples');
  expect(await store.load('alice')).toBe('caramel-apples');
  expect(clean('got caramel-apples')).toBe('got […]');
  await store.save('bob', 'ginger-cookies');
  expect(clean('got ginger-cookies')).toBe('got […]');
});

test.each([
  ['open-sesame', 'got […]'],
  ['Bearer open-sesame', 'got […]'],
  ['caraway-seeds', 'got […]'],
  ['wonderland', 'got […]'],
  [Buffer.from('alice:wonderland').toString('base64'), 'got […]'],
  ['a build', 'got a build'],
])('of a feed each secret is hidden by itself: %s', async (word, cleaned) => {
  const { store, clean } = hiding({ 'feed-build000': ofFeed });
  await store.load('feed-build000');
  expect(clean(`got ${word}`)).toBe(cleaned);
});

test('what is stored is untouched', async () => {
  const { kept, store } = hiding({});
  await store.save('feed-build000', ofFeed);
  expect(kept.get('feed-build000')).toBe(ofFeed);
  await store.forget('feed-build000');
  expect(await store.load('feed-build000')).toBeNull();
});
