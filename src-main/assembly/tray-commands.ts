import type { TrayCommand } from '../desktop/tray/tray-menu.ts';
import type { Updates } from '../desktop/updates/updates.ts';
import type { SuzuWindow } from '../desktop/window/window.ts';
import type { Commands } from '../ipc/commands/commands.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';

/** Who does what is chosen in the tray. */
export interface TrayCommandHandlers {
  readonly window: Pick<SuzuWindow, 'show'>;
  readonly feed: Pick<WindowFeed, 'go'>;
  readonly commands: Pick<Commands, 'markAllRead' | 'pause'>;
  readonly updates: Pick<Updates, 'restart'>;
  readonly leaveSafeMode: () => void;
  readonly quit: () => void;
}

/** Does what was chosen in the tray's menu. */
export function carryOutTrayCommand(command: TrayCommand, handlers: TrayCommandHandlers): void {
  const { window, feed, commands, updates, leaveSafeMode, quit } = handlers;
  switch (command.kind) {
    case 'open':
      window.show();
      break;
    case 'open-account':
      feed.go({ accountId: command.accountId });
      window.show();
      break;
    case 'open-feed': {
      const { feedId, stopped } = command;
      feed.go(stopped ? { view: 'settings', settingsPage: 'feeds', feedId } : { view: 'notices' });
      window.show();
      break;
    }
    case 'mark-all-read':
      void commands.markAllRead();
      break;
    case 'pause':
      void commands.pause(command.choice);
      break;
    case 'settings':
      feed.go({ view: 'settings' });
      window.show();
      break;
    case 'install-update':
      updates.restart();
      break;
    case 'leave-safe-mode':
      leaveSafeMode();
      break;
    case 'quit':
      quit();
      break;
  }
}
