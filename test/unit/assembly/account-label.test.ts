import { expect, test } from 'vitest';
import { accountLabel } from '../../../src-main/assembly/account-label.ts';
import { accountsBench, stored } from '../../support/accounts-bench.ts';

/** Accounts of these people, who are all there. */
function accountsOf(...people: readonly string[]) {
  const { accounts, disk } = accountsBench();
  disk.accounts = people.map((name) => stored(name));
  void accounts.start();
  return accounts;
}

test('the only account has no need of a name', () => {
  expect(accountLabel(accountsOf('alice'), 'alice@example.social')).toBeNull();
});

test('among others an account is named with its server', () => {
  const accounts = accountsOf('alice', 'dana');
  expect(accountLabel(accounts, 'dana@example.social')).toBe('@dana@example.social');
});

test('an account that is gone has no name', () => {
  expect(accountLabel(accountsOf('alice', 'dana'), 'bob@example.social')).toBeNull();
});
