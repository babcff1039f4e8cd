import type { CreatedDiagnostics } from '../desktop/diagnostics/create-diagnostics.ts';
import type { CreatedEntry } from '../desktop/entry/create-entry.ts';
import type { AccountParts } from './accounts.ts';
import type { CommandParts } from './commands.ts';
import type { DesktopParts } from './desktop.ts';
import type { FeedParts } from './feeds.ts';
import type { Foundation } from './foundation.ts';
import type { NoticeParts } from './notices.ts';
import type { SystemParts } from './system.ts';
import type { TrayParts } from './tray.ts';
import type { WindowParts } from './window.ts';

/**
 * All that Suzu is put together of, in the order in which it is built. A builder takes the parts that are
 * there already, and asks for `Later` ones.
 */
export interface Parts {
  readonly foundation: Foundation;
  readonly notices: NoticeParts;
  readonly system: SystemParts;
  readonly accounts: AccountParts;
  readonly feeds: FeedParts;
  readonly desktop: DesktopParts;
  readonly window: WindowParts;
  readonly diagnostics: CreatedDiagnostics;
  readonly entry: CreatedEntry;
  readonly commands: CommandParts;
  readonly tray: TrayParts;
}

/**
 * Parts need each other in circles: the bell tells the window, and the window shows what the bell knows.
 * So a part that is built further down is asked for when something happens, never while building: that
 * would throw.
 */
export type Later<Name extends keyof Parts = Exclude<keyof Parts, 'foundation' | 'notices'>> = {
  readonly [Part in Name]: () => Parts[Part];
};
