import { expect, test } from 'vitest';
import { carryOutTrayCommand } from '../../../src-main/assembly/tray-commands.ts';
import type { TrayCommand } from '../../../src-main/desktop/tray/tray-menu.ts';

/** What is called, in its order, when this is chosen. */
function callsFor(command: TrayCommand): readonly unknown[] {
  const calls: unknown[] = [];
  const told = (name: string) => () => void calls.push(name);
  carryOutTrayCommand(command, {
    window: { show: told('show') },
    feed: { go: (to) => void calls.push(to) },
    commands: {
      markAllRead: () => {
        calls.push('mark all read');
        return { ok: true };
      },
      pause: (choice) => void calls.push(choice),
    },
    updates: { restart: told('restart to update') },
    leaveSafeMode: told('leave safe mode'),
    quit: told('quit'),
  });
  return calls;
}

test.each<[TrayCommand, readonly unknown[]]>([
  [{ kind: 'open' }, ['show']],
  [{ kind: 'mark-all-read' }, ['mark all read']],
  [{ kind: 'pause', choice: '1-hour' }, ['1-hour']],
  [{ kind: 'install-update' }, ['restart to update']],
  [{ kind: 'leave-safe-mode' }, ['leave safe mode']],
  [{ kind: 'quit' }, ['quit']],
])('%o does that alone', (command, calls) => {
  expect(callsFor(command)).toEqual(calls);
});

test.each<[TrayCommand, unknown]>([
  [{ kind: 'settings' }, { view: 'settings' }],
  [
    { kind: 'open-account', accountId: 'alice@example.social' },
    { accountId: 'alice@example.social' },
  ],
  [{ kind: 'open-feed', feedId: 'feed-door0000', stopped: false }, { view: 'notices' }],
  [
    { kind: 'open-feed', feedId: 'feed-door0000', stopped: true },
    { view: 'settings', settingsPage: 'feeds', feedId: 'feed-door0000' },
  ],
])('%o leads there before the window opens', (command, place) => {
  expect(callsFor(command)).toEqual([place, 'show']);
});
