import { expect, test } from 'vitest';
import { handleOf, links } from '../../../../../src-main/engine/misskey/api/links.ts';

const origin = 'https://example.social';

test.each([
  [links.note(origin, 'att0wnthrj0c0002'), '/notes/att0wnthrj0c0002'],
  [links.note(origin, '../settings?x#y'), '/notes/..%2Fsettings%3Fx%23y'],
  [links.user(origin, { username: 'bob', host: null }), '/@bob'],
  [links.user(origin, { username: 'bob', host: 'far.example' }), '/@bob@far.example'],
  [links.hashtag(origin, '日本'), '/tags/%E6%97%A5%E6%9C%AC'],
  [links.hashtag(origin, 'a/b'), '/tags/a%2Fb'],
  [links.notifications(origin), '/my/notifications'],
  [links.followRequests(origin), '/my/follow-requests'],
  [links.achievements(origin), '/my/achievements'],
  [links.drive(origin), '/my/drive'],
  [links.chat(origin), '/chat'],
  [links.security(origin), '/settings/security'],
  [links.connectedApps(origin), '/settings/apps'],
])('%s', (url, path) => {
  expect(url).toBe(`${origin}${path}`);
});

test('a name from a hostile server does not lead elsewhere', () => {
  const url = links.user(origin, { username: 'bob/../../settings', host: '..\\x?y#z%2f' });
  expect(new URL(url).href).toBe(
    'https://example.social/@bob%2F..%2F..%2Fsettings@..%5Cx%3Fy%23z%252f',
  );
});

test.each([
  [{ username: 'bob', host: null }, '@bob'],
  [{ username: 'bob', host: 'far.example' }, '@bob@far.example'],
])('handle %j', (user, handle) => {
  expect(handleOf(user)).toBe(handle);
});
