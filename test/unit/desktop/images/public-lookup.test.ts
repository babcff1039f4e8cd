import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { publicLookup } from '../../../../src-main/desktop/images/public-lookup.ts';

/** What a socket is given for a name that has these addresses. */
function lookedUp(addresses: readonly string[], all: boolean): Promise<string | LookupAddress[]> {
  const lookup = publicLookup((_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  );
  return new Promise((resolve, reject) => {
    lookup('pictures.example', { all }, (error, address) =>
      error === null ? resolve(address) : reject(error),
    );
  });
}

test('a public address is given to the socket', async () => {
  expect(await lookedUp(['93.184.216.34'], false)).toBe('93.184.216.34');
  expect(await lookedUp(['2606:2800:220:1::1', '93.184.216.34'], true)).toEqual([
    { address: '2606:2800:220:1::1', family: 6 },
    { address: '93.184.216.34', family: 4 },
  ]);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  'fd00::1',
  'fe80::1',
])('a name that leads to %s leads nowhere', async (address) => {
  await expect(lookedUp([address], true)).rejects.toThrow(
    'pictures.example is in a private network',
  );
  await expect(lookedUp([address], false)).rejects.toThrow('private network');
});

test('of a name that leads both ways only the public way is taken', async () => {
  expect(await lookedUp(['10.0.0.1', '93.184.216.34', '::1'], true)).toEqual([
    { address: '93.184.216.34', family: 4 },
  ]);
  expect(await lookedUp(['10.0.0.1', '93.184.216.34'], false)).toBe('93.184.216.34');
});

test('a name that is not known fails as it would', async () => {
  const lookup = publicLookup((_hostname, _options, callback) =>
    callback(new Error('ENOTFOUND'), []),
  );
  await expect(
    new Promise((_resolve, reject) => {
      lookup('nowhere.example', { all: true }, (error) => reject(error));
    }),
  ).rejects.toThrow('ENOTFOUND');
});
