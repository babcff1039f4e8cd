import { expect, test } from 'vitest';
import { accountLabel, type Sources } from '../../../src-main/assembly/account-label.ts';
import { accountsBench, stored } from '../../support/accounts-bench.ts';
import { feedsBench, storedFeed } from '../../support/feeds-bench.ts';

/** Accounts of these people and feeds with these names, which are all there. */
function sourcesOf(people: readonly string[], names: readonly string[] = []): Sources {
  const { accounts, disk } = accountsBench();
  disk.accounts = people.map((name) => stored(name));
  void accounts.start();
  const { feeds, disk: feedsDisk } = feedsBench();
  feedsDisk.feeds = names.map((name) => storedFeed(name));
  void feeds.start();
  return { accounts, feeds };
}

test('the only source has no need of a name', () => {
  expect(accountLabel(sourcesOf(['alice']), 'alice@example.social')).toBeNull();
  expect(accountLabel(sourcesOf([], ['build']), 'feed-build000')).toBeNull();
});

test('among others an account is named with its server, and a feed by its name', () => {
  const handle = '@dana@example.social';
  expect(accountLabel(sourcesOf(['alice', 'dana']), 'dana@example.social')).toBe(handle);
  const mixed = sourcesOf(['dana'], ['build']);
  expect(accountLabel(mixed, 'dana@example.social')).toBe(handle);
  expect(accountLabel(mixed, 'feed-build000')).toBe('build');
});

test('one that is gone has no name', () => {
  const sources = sourcesOf(['alice', 'dana'], ['build']);
  expect(accountLabel(sources, 'bob@example.social')).toBeNull();
  expect(accountLabel(sources, 'feed-door0000')).toBeNull();
});
