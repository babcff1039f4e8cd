import { expect, test } from 'vitest';
import {
  type TrayAccount,
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

function model(accounts: readonly TrayAccount[], pausedUntil: number | null = null): TrayModel {
  return { accounts, pausedUntil };
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

test('many accounts are counted, and Windows’ limit is kept', () => {
  const many = Array.from({ length: 6 }, (_, n) => account('online', 0, `u${n}`));
  expect(tooltip(model(many)).split('\n').at(-1)).toMatch(/^and 2 more$|…$/);
  const long = [account('online', 0, 'x'.repeat(300))];
  expect(tooltip(model(long))).toHaveLength(127);
});
