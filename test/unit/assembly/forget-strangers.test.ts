import { expect, test } from 'vitest';
import { forgetStrangers } from '../../../src-main/assembly/forget-strangers.ts';
import { bellBench } from '../../support/bell-bench.ts';
import { aNotice } from '../../support/samples.ts';

test('of sources that are gone nothing stays, of the others everything', () => {
  const { history } = bellBench();
  const shown = { decision: 'shown', reason: 'live' } as const;
  history.add(aNotice('1'), shown, true);
  history.add(aNotice('2', { accountId: 'demo@127.0.0.1' }), shown, true);
  history.add(aNotice('3', { accountId: 'feed-build000' }), shown, true);
  const there = ['alice@example.social', 'feed-build000'];
  forgetStrangers(history, (id) => there.includes(id));
  expect(history.accountIds()).toEqual(there);
  expect(history.newest().map(({ notice }) => notice.id)).toEqual([
    'feed-build000/3',
    'alice@example.social/1',
  ]);
});
