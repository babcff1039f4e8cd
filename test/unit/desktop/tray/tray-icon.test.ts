import { expect, test } from 'vitest';
import {
  type TrayAccount,
  type TrayFeed,
  type TrayModel,
  trayIconState,
  trayTooltip,
} from '../../../../src-main/desktop/tray/tray-icon.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { StreamState } from '../../../../src-main/ipc/contract.ts';

const words = messagesIn('en').tray;

function account(state: StreamState, unread = 0, name = 'alice'): TrayAccount {
  return {
    id: `${name}@example.social`,
    handle: `@${name}@example.social`,
    state,
    stateText: state,
    unread,
  };
}

function feed(state: StreamState | null, unread = 0, name = 'Door'): TrayFeed {
  return { id: `feed-${name}`, name, state, stateText: state ?? 'off', unread };
}

function model(
  accounts: readonly TrayAccount[],
  pausedUntil: number | null = null,
  feeds: readonly TrayFeed[] = [],
): TrayModel {
  return { accounts, feeds, pausedUntil };
}

const tooltip = (of: TrayModel) => trayTooltip(of, words, (at) => `T${at}`);

test.each<[string, TrayModel, string]>([
  ['no account', model([]), 'idle'],
  ['all online', model([account('online'), account('online')]), 'online'],
  ['one not online', model([account('online'), account('waiting')]), 'waiting'],
  ['connecting', model([account('connecting')]), 'waiting'],
  ['subscribing', model([account('subscribing')]), 'waiting'],
  ['stale', model([account('stale')]), 'waiting'],
  ['unread while online', model([account('online', 1)]), 'unread'],
  ['unread while another waits', model([account('waiting'), account('online', 1)]), 'unread'],
  ['paused with unread', model([account('online', 1)], 5), 'paused'],
  ['paused without an account', model([], 5), 'paused'],
  [
    'refused while paused and unread',
    model([account('refused'), account('online', 2)], 5),
    'refused',
  ],
  ['a feed alone', model([], null, [feed('online')]), 'online'],
  ['a feed that waits', model([account('online')], null, [feed('waiting')]), 'waiting'],
  ['a feed that was refused', model([account('online', 2)], 5, [feed('refused')]), 'refused'],
  ['a feed with something unread', model([account('online')], null, [feed('online', 1)]), 'unread'],
  ['a feed that is off', model([account('online')], null, [feed(null)]), 'online'],
  ['feeds that are all off', model([], null, [feed(null), feed(null)]), 'idle'],
  ['a feed that is off with something unread', model([], null, [feed(null, 1)]), 'unread'],
])('%s', (_name, given, expected) => {
  expect(trayIconState(given)).toBe(expected);
});

test('the tooltip tells what is unread and how each account is', () => {
  expect(tooltip(model([account('online', 2), account('waiting', 1, 'bob')]))).toBe(
    'Suzu: 3 unread\n@alice@example.social: online\n@bob@example.social: waiting',
  );
});

test('the tooltip tells until when it is paused', () => {
  expect(tooltip(model([account('online')], 7))).toBe(
    'Suzu\nNotifications paused until T7\n@alice@example.social: online',
  );
});

test('without an account the tooltip says so', () => {
  expect(tooltip(model([]))).toBe('Suzu\nNo account yet');
});

test('the tooltip tells of feeds that are on, after the accounts', () => {
  const feeds = [feed('waiting', 1), feed(null, 2, 'Gate')];
  expect(tooltip(model([account('online')], null, feeds))).toBe(
    'Suzu: 3 unread\n@alice@example.social: online\nDoor: waiting',
  );
  expect(tooltip(model([], null, feeds))).toBe('Suzu: 3 unread\nDoor: waiting');
  const many = Array.from({ length: 5 }, () => feed('online'));
  expect(
    tooltip(model([], null, many))
      .split('\n')
      .at(-1),
  ).toBe('and 1 more');
});

test('many accounts are counted, and Windows’ limit is kept', () => {
  const many = Array.from({ length: 6 }, (_, n) => account('online', 0, `u${n}`));
  expect(tooltip(model(many)).split('\n').at(-1)).toMatch(/^and 2 more$|…$/);
  const long = [account('online', 0, 'x'.repeat(300))];
  expect(tooltip(model(long))).toHaveLength(127);
});
