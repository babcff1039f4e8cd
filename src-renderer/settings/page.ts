import type { Component } from 'solid-js';
import type { SettingsPageId } from '../../src-main/ipc/contract.ts';
import type { IconName } from '../icons/paths.ts';
import type { Messages } from '../messages/index.ts';

/** A page of the settings, as the list and the search know it. */
export interface SettingsPage {
  readonly id: SettingsPageId;
  readonly icon: IconName;
  readonly title: (m: Messages) => string;
  /** Everything on the page that a search can find, in the order in which it stands there. */
  readonly entries: (m: Messages) => readonly SettingsEntry[];
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
