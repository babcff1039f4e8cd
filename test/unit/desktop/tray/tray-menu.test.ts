import { expect, test } from 'vitest';
import {
  type TrayMenuItem,
  type TrayMenuModel,
  trayMenu,
} from '../../../../src-main/desktop/tray/tray-menu.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { StreamState } from '../../../../src-main/ipc/contract.ts';

const words = messagesIn('en').tray;

function menuOf(model: Partial<TrayMenuModel> = {}): readonly TrayMenuItem[] {
  return trayMenu(
    { accounts: [], feeds: [], pausedUntil: null, updateReady: null, ...model },
    words,
    (at) => `T${at}`,
  );
}

/** Labels with what they do, separators as `-`; submenus indented. */
function outline(items: readonly TrayMenuItem[], indent = ''): string[] {
  return items.flatMap((item) => {
    if (item.type === 'separator') return [`${indent}-`];
    if (item.type === 'text') return [`${indent}${item.label}`];
    if (item.type === 'submenu') {
      return [`${indent}${item.label} >`, ...outline(item.items, `${indent}  `)];
    }
    const off = item.enabled ? '' : ' (off)';
    return [`${indent}${item.label} = ${Object.values(item.command).join(' ')}${off}`];
  });
}

test('the menu without an account', () => {
  expect(outline(menuOf())).toEqual([
    'Open Suzu = open',
    '-',
    'No account yet',
    '-',
    'Mark all as read = mark-all-read (off)',
    'Pause notifications >',
    '  For 30 minutes = pause 30-minutes',
    '  For 1 hour = pause 1-hour',
    '  Until tomorrow = pause until-tomorrow',
    '-',
    'Settings = settings',
    'Quit Suzu = quit',
  ]);
});

test('accounts stand with their states and what is unread, and open the window at them', () => {
  const accounts = [
    { id: 'a@x', handle: '@a@x', state: 'online', stateText: 'Online', unread: 2 },
    { id: 'b@y', handle: '@b@y', state: 'refused', stateText: 'Sign in again.', unread: 0 },
  ] as const;
  const lines = outline(menuOf({ accounts }));
  expect(lines).toContain('@a@x: Online (2 unread) = open-account a@x');
  expect(lines).toContain('@b@y: Sign in again. = open-account b@y');
  expect(lines).toContain('Mark all as read = mark-all-read');
});

const feed = (name: string, state: StreamState | null, unread = 0) =>
  ({ id: `feed-${name}`, name, state, stateText: String(state), unread }) as const;

test('feeds stand after the accounts, unless they are off', () => {
  const accounts = [
    { id: 'a@x', handle: '@a@x', state: 'online', stateText: 'Online', unread: 0 },
  ] as const;
  const feeds = [feed('Door', 'online', 2), feed('Gate', 'refused'), feed('Shed', null, 1)];
  const lines = outline(menuOf({ accounts, feeds }));
  expect(lines.slice(2, 6)).toEqual([
    '@a@x: Online = open-account a@x',
    'Door: online (2 unread) = open-feed feed-Door false',
    'Gate: refused = open-feed feed-Gate true',
    '-',
  ]);
  expect(lines).toContain('Mark all as read = mark-all-read');
});

test('many feeds are a menu of their own', () => {
  const feeds = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => feed(name, 'online'));
  const lines = outline(menuOf({ feeds }));
  expect(lines.slice(2, 4)).toEqual(['Feeds >', '  a: online = open-feed feed-a false']);
  expect(outline(menuOf({ feeds: feeds.slice(1) }))[2]).toMatch(/^b: online/);
});

test('a Suzu whose only feeds are off says nothing of them', () => {
  expect(outline(menuOf({ feeds: [feed('Door', null)] })).slice(0, 3)).toEqual([
    'Open Suzu = open',
    '-',
    'Mark all as read = mark-all-read (off)',
  ]);
});

test('while paused it tells until when, and can be ended or changed', () => {
  const lines = outline(menuOf({ pausedUntil: 9 }));
  const start = lines.indexOf('Pause notifications >');
  expect(lines.slice(start + 1, start + 7)).toEqual([
    '  Notifications paused until T9',
    '  Resume now = pause resume',
    '  -',
    '  For 30 minutes = pause 30-minutes',
    '  For 1 hour = pause 1-hour',
    '  Until tomorrow = pause until-tomorrow',
  ]);
});

test('a new version that is ready is one line more', () => {
  const lines = outline(menuOf({ updateReady: '2.0.0' }));
  expect(lines.slice(-3)).toEqual([
    'Settings = settings',
    'Restart to update to 2.0.0 = install-update',
    'Quit Suzu = quit',
  ]);
});
