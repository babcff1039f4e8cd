import { contextBridge } from 'electron';
import type { Calls, Patch } from '../../../src-main/ipc/contract.ts';
import { longNotes, states } from './fixtures/states.ts';
import { PlayedMain } from './played-main.ts';

/** What a test may do with the window that it looks at. */
export interface Harness {
  /** Every call that the window made, in order. */
  readonly calls: () => readonly { readonly name: string; readonly args: readonly unknown[] }[];
  /** Sends patches at once, as the main process would. */
  readonly send: (...patches: readonly Patch[]) => void;
  /** Makes every later call of this name fail with a sentence. */
  readonly fail: (name: keyof Calls) => void;
  /** Makes every later call of this name wait until it is released. */
  readonly hold: (name: keyof Calls) => void;
  /** Answers what was held, and no longer holds what comes. */
  readonly release: (name: keyof Calls) => void;
  /** Changes the theme, as the settings would. */
  readonly wear: (theme: 'light' | 'dark') => void;
  /** One of the many notes of the long timeline. */
  readonly note: (id: string) => unknown;
}

/** The page's own; the tests are typed without a page. */
declare const location: { readonly search: string };

const query = new URLSearchParams(location.search);
const made = (states[query.get('state') ?? ''] ?? states['timeline'])?.();
if (made === undefined) throw new Error('no such state');
const locale = query.get('locale');
const main = new PlayedMain({
  ...made,
  locale: locale === 'ja' || locale === 'ko' || locale === 'zh-CN' ? locale : 'en',
  settings: { ...made.settings, theme: query.get('theme') === 'dark' ? 'dark' : 'light' },
});

const harness: Harness = {
  calls: () => main.calls,
  send: (...patches) => main.send(...patches),
  fail: (name) => void main.failing.add(name),
  hold: (name) => void main.held.add(name),
  release: (name) => main.release(name),
  wear: (theme) => main.wear(theme),
  note: (id) => longNotes.find((note) => note.id === id),
};

contextBridge.exposeInMainWorld('suzu', main.bridge());
contextBridge.exposeInMainWorld('harness', harness);
