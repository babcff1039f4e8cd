import { expect, test } from 'vitest';
import { forgetStrangers } from '../../../src-main/assembly/forget-strangers.ts';
import { accountsBench, stored } from '../../support/accounts-bench.ts';
import { aNotice } from '../../support/samples.ts';

test('of accounts that are gone nothing stays, of the others everything', () => {
  const {
    accounts,
    disk,
    bell: { history },
  } = accountsBench();
  disk.accounts = [stored('alice')];
  void accounts.start();
  const shown = { decision: 'shown', reason: 'live' } as const;
  history.add(aNotice('1'), shown, true);
  history.add(aNotice('2', { accountId: 'demo@127.0.0.1' }), shown, true);
  forgetStrangers(history, accounts);
  expect(history.accountIds()).toEqual(['alice@example.social']);
  expect(history.newest().map(({ notice }) => notice.id)).toEqual(['alice@example.social/1']);
});
