import { expect, test } from 'vitest';
import { createDemoStarter } from '../../../src-main/assembly/demo-starter.ts';
import { accountsBench } from '../../support/accounts-bench.ts';

const origin = 'http://127.0.0.1:4000';

/** A demo that is reached at this address. */
function bench(at: string) {
  const { accounts, api, bell } = accountsBench();
  const places: unknown[] = [];
  const start = createDemoStarter({
    demo: { start: async () => ({ origin: at, token: 'token-of-alice' }) },
    fetch: api.fetch,
    clock: bell.clock,
    accounts,
    go: (to) => void places.push(to),
  });
  return { start, accounts, places };
}

test('the account of the demo is marked as such, and its timeline opens', async () => {
  const { start, accounts, places } = bench(origin);
  await start();
  const [account] = accounts.all();
  expect(account?.stored).toMatchObject({ origin, username: 'alice', addedBy: 'demo' });
  expect(places).toEqual([{ view: 'timeline', accountId: account?.stored.id }]);
});

test('a second start does not add a second account', async () => {
  const { start, accounts, places } = bench(origin);
  await start();
  await start();
  expect(accounts.all()).toHaveLength(1);
  expect(places).toHaveLength(2);
});

test('a demo that cannot be reached adds nothing', async () => {
  const { start, accounts, places } = bench('nowhere');
  await expect(start()).rejects.toThrow('no address');
  expect(accounts.all()).toEqual([]);
  expect(places).toEqual([]);
});
