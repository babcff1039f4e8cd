import { expect, test } from 'vitest';
import { pageOf } from '../../../../src-main/demo/http/paging.ts';
import { idOfTime } from '../../../../src-main/demo/world/ids.ts';

const items = ['b', 'c', 'd', 'e'].map((id) => ({ id }));
const page = (paging: object) => pageOf(items, { limit: 2, ...paging }).map(({ id }) => id);

test.each([
  ['nothing', {}, ['e', 'd']],
  ['sinceId alone keeps the oldest', { sinceId: 'b' }, ['c', 'd']],
  ['untilId', { untilId: 'e' }, ['d', 'c']],
  ['both', { sinceId: 'b', untilId: 'e' }, ['d', 'c']],
  ['an id that is none', { sinceId: '0' }, ['b', 'c']],
  ['the newest', { sinceId: 'e' }, []],
])('%s', (_name, paging, ids) => {
  expect(page(paging)).toEqual(ids);
});

test('dates work like ids', () => {
  const at = Date.UTC(2026, 10, 20);
  const dated = [at, at + 1000, at + 2000].map((time) => ({ id: `${idOfTime(time)}demo0000` }));
  expect(pageOf(dated, { limit: 10, sinceDate: at + 500 })).toEqual(dated.slice(1));
  expect(pageOf(dated, { limit: 10, untilDate: at + 500 })).toEqual(dated.slice(0, 1));
});
