import type { Messages } from '../../engine/messages/index.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import type { Settings, WindowCalls } from '../contract.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

export interface WindowCommandsOptions {
  readonly feed: WindowFeed;
  readonly accounts: Accounts;
  readonly messages: () => Messages;
  /** Returns false when the settings could not be kept on disk; they are in effect all the same. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  readonly hideWindow: () => void;
}

/** What the window asks about itself. */
export function createWindowCommands({
  feed,
  accounts,
  messages,
  changeSettings,
  hideWindow,
}: WindowCommandsOptions): Commands<WindowCalls> {
  return {
    getSnapshot: () => feed.snapshot(),

    changeSettings(changes) {
      return changeSettings(changes) ? done : fail(messages().error.settingsNotKept);
    },

    reportPlace(place) {
      feed.rememberPlace(place);
      accounts.timelines.read(place.anchors.timelines);
    },

    dismissBanner(bannerId) {
      feed.removeBanner(bannerId);
    },

    compose(accountId, purpose) {
      feed.setCompose({ accountId, purpose });
    },

    closeComposer() {
      feed.setCompose(null);
    },

    hideWindow,
  };
}
