import { expect, test } from 'vitest';
import { addAccounts } from '../../../src-main/assembly/add-accounts.ts';
import type { TokenFile } from '../../../src-main/desktop/token-file.ts';
import { en } from '../../../src-main/engine/messages/en.ts';
import { elsewhere, example } from '../../support/accounts-bench.ts';
import { memoryLog } from '../../support/memory-log.ts';

const token = (text: string, exposed = false): TokenFile => ({
  kind: 'token',
  token: text,
  exposed,
});

/** Adds an account of each of two servers, whose tokens stand in these files. */
async function addFrom(first: TokenFile, second: TokenFile) {
  const files = new Map([
    ['/first', first],
    ['/second', second],
  ]);
  const added: unknown[] = [];
  const banners: unknown[] = [];
  const log = memoryLog();
  await addAccounts(
    {
      accounts: [
        { server: example, tokenFile: '/first' },
        { server: elsewhere, tokenFile: '/second' },
      ],
    },
    {
      readTokenFile: (path) => files.get(path) ?? { kind: 'missing' },
      accounts: {
        async addByToken(...args) {
          added.push(args);
          return 'an id';
        },
      },
      feed: { setBanner: (banner) => void banners.push(banner) },
      messages: () => en,
      log,
    },
  );
  return { added, banners, logged: log.lines.map(({ level, message }) => [level, message]) };
}

test('accounts are added with their tokens, in the order given', async () => {
  expect(await addFrom(token('one'), token('two'))).toEqual({
    added: [
      [example, 'one'],
      [elsewhere, 'two'],
    ],
    banners: [],
    logged: [],
  });
});

test('without a token its account is left out, the next one is added, and the reason is told', async () => {
  const text = en.commandLine.tokenFileMissing('/first');
  expect(await addFrom({ kind: 'missing' }, token('two'))).toEqual({
    added: [[elsewhere, 'two']],
    banners: [{ id: 'token-file-/first', severity: 'warning', text }],
    logged: [['warn', text]],
  });
});

test('a token that others can read is taken, and told of', async () => {
  const text = en.commandLine.tokenFileExposed('/second');
  expect(await addFrom(token('one'), token('two', true))).toEqual({
    added: [
      [example, 'one'],
      [elsewhere, 'two'],
    ],
    banners: [{ id: 'token-file-/second', severity: 'warning', text }],
    logged: [['warn', text]],
  });
});
