import { expect, test } from 'vitest';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { networkView } from '../../../../src-main/ipc/views/network-view.ts';

const authority = (name: string, year: number) => ({
  name,
  pem: '',
  validTo: Date.UTC(year, 2, 4, 12),
});

test('authorities are named with the earliest end, files of no use with the reason', () => {
  const view = networkView(
    {
      proxy: null,
      proxyUser: null,
      wantsPassword: false,
      certificates: [
        {
          path: '/a/company.pem',
          file: {
            kind: 'authorities',
            authorities: [authority('One', 2041), authority('Two', 2031)],
          },
        },
        {
          path: '/a/bundle.pem',
          file: {
            kind: 'authorities',
            authorities: ['a', 'b', 'c', 'd'].map((name) => authority(name, 2041)),
          },
        },
        { path: '/a/old.pem', file: { kind: 'problem', problem: 'expired' } },
      ],
    },
    'battery',
    messagesIn('en'),
    'en',
  );
  expect(view.saving).toBe('battery');
  expect(view.certificates).toEqual([
    { path: '/a/company.pem', name: 'One, Two', detail: 'Valid until Mar 4, 2031', usable: true },
    { path: '/a/bundle.pem', name: 'bundle.pem', detail: 'Valid until Mar 4, 2041', usable: true },
    {
      path: '/a/old.pem',
      name: 'old.pem',
      detail: 'The certificate has expired. Ask for a newer one.',
      usable: false,
    },
  ]);
});
