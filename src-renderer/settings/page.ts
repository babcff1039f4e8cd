import type { Component } from 'solid-js';
import type { SettingsPageId, Snapshot } from '../../src-main/ipc/contract.ts';
import type { FeedPlace } from '../feeds/place.ts';
import type { IconName } from '../icons/paths.ts';
import type { Messages } from '../messages/index.ts';

/** What a page needs to know to say what lies over it. */
export interface Around {
  readonly state: Pick<Snapshot, 'feeds'>;
  readonly nav: { readonly feed: () => FeedPlace | null };
  readonly m: () => Messages;
}

/** A page of the settings, as the list and the search know it. */
export interface SettingsPage {
  readonly id: SettingsPageId;
  readonly icon: IconName;
  readonly title: (m: Messages) => string;
  /** Everything on the page that a search can find, in the order in which it stands there. */
  readonly entries: (m: Messages) => readonly SettingsEntry[];
  /** What is called that lies over the page, with a way back to it; null while nothing does. */
  readonly over?: (around: Around) => string | null;
  /** What stands under the title. */
  readonly Page: Component;
}

/** One thing that can be found. */
export interface SettingsEntry {
  /** The `id` of the row that a result leads to; unique over all pages. */
  readonly id: string;
  /** What the row is called. */
  readonly label: string;
  /** More words to find it by. */
  readonly keywords?: readonly string[];
}
