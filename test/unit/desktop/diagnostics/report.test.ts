import { describe, expect, test } from 'vitest';
import { feedNames } from '../../../../src-main/desktop/diagnostics/feed-names.ts';
import { diagnosticsReport } from '../../../../src-main/desktop/diagnostics/report.ts';
import type { DiagnosticsView } from '../../../../src-main/ipc/contract.ts';
import { mqttOf, storedFeed } from '../../../support/feeds-bench.ts';

const view: DiagnosticsView = {
  running: false,
  checks: [
    {
      id: 'stream',
      group: 'accounts',
      title: 'Connection of @Alice@example.social',
      state: 'works',
      text: 'Online',
      advice: null,
    },
    {
      id: 'server',
      group: 'accounts',
      title: 'Server sub.example.social',
      state: 'fails',
      text: 'sub.example.social cannot be reached.',
      advice: 'Try again.',
    },
  ],
  facts: [{ label: 'Profile folder', value: '/home/al.ice/.config/Suzu' }],
  testToast: null,
};

const names = {
  accounts: [
    { host: 'example.social', username: 'alice' },
    { host: 'sub.example.social', username: null },
  ],
  feeds: [
    {
      name: 'Door',
      host: 'broker.example',
      hidden: ['/mqtt', 'home/+/door'],
    },
  ],
  home: '/home/al.ice',
  user: 'al.ice',
};

const logLines = [
  '2026-11-20T22:00:00.000Z warn stream {"account":"alice@example.social","file":"/media/al.ice/x"}',
  '2026-11-20T22:00:01.000Z error seen {"handle":"@bob@elsewhere.example"}',
  '2026-11-20T22:00:02.000Z error `````` # not a heading',
];

const report = (withNames: boolean) =>
  diagnosticsReport({ view, logLines, names, withNames, now: Date.UTC(2026, 10, 20) });

test('tells what was found, what Suzu runs on, and the warnings', () => {
  expect(report(true)).toBe(
    [
      '# Suzu diagnostics',
      '',
      '2026-11-20T00:00:00.000Z',
      '',
      '- Profile folder: ~/.config/Suzu',
      '',
      '## Checks',
      '',
      '- [ok] Connection of @Alice@example.social: Online',
      '- [FAILS] Server sub.example.social: sub.example.social cannot be reached.',
      '',
      '## Log',
      '',
      '``````',
      '2026-11-20T22:00:00.000Z warn stream {"account":"alice@example.social","file":"/media/user/x"}',
      '2026-11-20T22:00:01.000Z error seen {"handle":"@bob@elsewhere.example"}',
      '2026-11-20T22:00:02.000Z error  # not a heading',
      '``````',
      '',
    ].join('\n'),
  );
});

test.each([
  [
    '/home/al',
    'al',
    '/home/alice/x /home/al /media/alba /media/al',
    '/home/alice/x ~ /media/alba /media/user',
  ],
  ['/home/鈴木', '鈴木', '/home/鈴木 /media/鈴木, /media/鈴木一', '~ /media/user, /media/鈴木一'],
])('a name ends where it ends: %s', (home, user, given, shown) => {
  const text = diagnosticsReport({
    view,
    logLines: [given],
    names: { accounts: [], feeds: [], home, user },
    withNames: true,
    now: 0,
  });
  expect(text).toContain(`\n${shown}\n`);
});

test('names nobody and no server unless the user wants it to', () => {
  const text = report(false);
  expect(text).not.toMatch(/alice|al\.ice|bob|example\.social|elsewhere/i);
  expect(text).toContain('Connection of account 1: Online');
  expect(text).toContain('Server server 2: server 2 cannot be reached.');
  expect(text).toContain('"account":"account 1"');
  expect(text).toContain('"handle":"somebody"');
});

test('what a feed asks for is in no report, its name and server only in one with names', () => {
  const given = 'Door: wss://broker.example/mqtt home/+/door Doorbell OutDoor';
  const lineIn = (withNames: boolean) =>
    diagnosticsReport({ view, logLines: [given], names, withNames, now: 0 });
  expect(lineIn(true)).toContain('\nDoor: wss://broker.example… … Doorbell OutDoor\n');
  expect(lineIn(false)).toContain('\nfeed 1: wss://server 3… … Doorbell OutDoor\n');
});

describe('what a report is cleared of', () => {
  const { connection } = storedFeed('door');

  test('of an event stream: its path', () => {
    const url = 'https://ntfy.sh/my-topic/sse?since=1';
    expect(feedNames({ name: 'Door', connection: { ...connection, url } })).toEqual({
      name: 'Door',
      host: 'ntfy.sh',
      hidden: ['/my-topic/sse?since=1', '/my-topic/sse'],
    });
  });

  test('of a broker: its topics, but for what stands everywhere', () => {
    const mqtt = { ...mqttOf('broker.example'), url: 'wss://broker.example/' };
    expect(feedNames({ name: 'Door', connection: mqtt }).hidden).toEqual([]);
  });
});
