import { expect, test } from 'vitest';
import { isOffline } from '../../../../src-main/engine/misskey/offline.ts';
import type { ConnectionState } from '../../../../src-main/engine/streaming/connection.ts';

const online: ConnectionState = { name: 'online' };
const waiting = (reason: 'no-route' | 'unknown-name' | 'unreachable'): ConnectionState => ({
  name: 'waiting',
  reason,
  retryAt: 0,
});
const at = (host: string, state: ConnectionState) => ({ origin: `https://${host}`, state });
const demo = { origin: 'http://127.0.0.1:3000', state: online };

test.each<[string, Parameters<typeof isOffline>[0], boolean, boolean]>([
  ['nobody tried anything', [], true, false],
  ['only this computer itself is reached', [demo], true, false],
  ['there is no route', [at('a.example', waiting('no-route')), demo], false, true],
  ['a server just does not answer', [at('a.example', waiting('unreachable'))], true, false],
  ['a connection still stands, whatever the system says', [at('a.example', online)], true, false],
  ['one name is not found', [at('a.example', waiting('unknown-name'))], false, false],
  [
    'one name is not found, and the system says so',
    [at('a.example', waiting('unknown-name'))],
    true,
    true,
  ],
  [
    'one name is not found for two accounts',
    [at('a.example', waiting('unknown-name')), at('a.example', waiting('unknown-name'))],
    false,
    false,
  ],
  [
    'two names are not found',
    [at('a.example', waiting('unknown-name')), at('b.example', waiting('unknown-name'))],
    false,
    true,
  ],
  [
    'another server is reached',
    [at('a.example', waiting('no-route')), at('b.example', online)],
    false,
    false,
  ],
])('%s', (_what, accounts, systemSaysOffline, offline) => {
  expect(isOffline(accounts, systemSaysOffline)).toBe(offline);
});
