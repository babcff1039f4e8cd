import { contextBridge } from 'electron';
import type { Bridge, CallResult, Calls, Patch, Snapshot } from '../../../src-main/ipc/contract.ts';
import { longNotes, states } from './fixtures/states.ts';

/** What a test may do with the window that it looks at. */
export interface Harness {
  /** Every call that the window made, in order. */
  readonly calls: () => readonly { readonly name: string; readonly args: readonly unknown[] }[];
  /** Sends a patch as the main process would. */
  readonly send: (patch: Patch) => void;
  /** Makes every later call of this name fail with a sentence. */
  readonly fail: (name: keyof Calls) => void;
  /** One of the many notes of the long timeline. */
  readonly note: (id: string) => unknown;
}

/** The page's own; the tests are typed without a page. */
declare const location: { readonly search: string };

const query = new URLSearchParams(location.search);
const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
const failing = new Set<keyof Calls>();
const listeners = new Set<(patch: Patch) => void>();
const send = (patch: Patch) => {
  for (const listener of listeners) listener(patch);
};

const snapshot = ((): Snapshot => {
  const made = (states[query.get('state') ?? ''] ?? states['timeline'])?.();
  if (made === undefined) throw new Error('no such state');
  const locale = query.get('locale');
  const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
  return {
    ...made,
    locale: locale === 'ja' || locale === 'ko' ? locale : 'en',
    settings: { ...made.settings, theme },
  };
})();

/** A call that is noted down, and answered as it would be where all is well. */
function noted<Args extends readonly unknown[]>(
  name: keyof Calls,
  effect?: (...args: Args) => void,
) {
  return async (...args: Args): Promise<void> => {
    calls.push({ name, args });
    effect?.(...args);
  };
}

function answered<Args extends readonly unknown[]>(
  name: keyof Calls,
  effect?: (...args: Args) => void,
) {
  return async (...args: Args): Promise<CallResult> => {
    calls.push({ name, args });
    if (failing.has(name)) return { ok: false, error: 'The browser could not be opened.' };
    effect?.(...args);
    return { ok: true };
  };
}

const bridge: Bridge = {
  getSnapshot: async () => snapshot,
  startSignIn: noted('startSignIn', (server) =>
    send({ kind: 'slices', slices: { signIn: { phase: 'checking', server } } }),
  ),
  cancelSignIn: noted('cancelSignIn', () =>
    send({ kind: 'slices', slices: { signIn: { phase: 'idle' } } }),
  ),
  signInWithToken: answered('signInWithToken'),
  reopenSignInPage: noted('reopenSignInPage'),
  signOut: noted('signOut'),
  startDemo: answered('startDemo'),
  chooseWeakStorage: noted('chooseWeakStorage', (allow) =>
    send({
      kind: 'slices',
      slices: { secrets: { storage: allow ? 'weak' : 'session', consentNeeded: false } },
    }),
  ),
  selectTimeline: noted('selectTimeline', (accountId, name) => {
    const { timeline } = snapshot;
    if (timeline !== null) {
      send({ kind: 'timeline-reset', timeline: { ...timeline, accountId, name } });
    }
  }),
  reloadTimeline: noted('reloadTimeline'),
  loadOlderNotes: answered('loadOlderNotes', () =>
    send({
      kind: 'timeline-older',
      notes: longNotes.map((note) => ({
        ...note,
        id: `older-${note.id}`,
        createdAt: note.createdAt - 1e9,
      })),
      hasOlder: false,
    }),
  ),
  loadOlderNotices: noted('loadOlderNotices'),
  openNotice: noted('openNotice'),
  openNote: noted('openNote'),
  openUser: noted('openUser'),
  openHashtag: noted('openHashtag'),
  openLink: answered('openLink'),
  openFile: answered('openFile'),
  closeDetail: noted('closeDetail', () => send({ kind: 'slices', slices: { detail: null } })),
  markAllRead: answered('markAllRead'),
  pause: noted('pause', (choice) =>
    send({
      kind: 'slices',
      slices: { pause: { until: choice === 'resume' ? null : Date.now() + 30 * 60_000 } },
    }),
  ),
  changeSettings: answered('changeSettings', (changes) => {
    const settings = { ...snapshot.settings, ...changes };
    const locale = settings.language === 'system' ? snapshot.locale : settings.language;
    send({ kind: 'slices', slices: { settings, locale } });
  }),
  reportPlace: noted('reportPlace'),
  dismissBanner: noted('dismissBanner', (id) =>
    send({
      kind: 'slices',
      slices: { banners: snapshot.banners.filter((banner) => banner.id !== id) },
    }),
  ),
  hideWindow: noted('hideWindow'),
  onPatch: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const harness: Harness = {
  calls: () => calls,
  send,
  fail: (name) => failing.add(name),
  note: (id) => longNotes.find((note) => note.id === id),
};

contextBridge.exposeInMainWorld('suzu', bridge);
contextBridge.exposeInMainWorld('harness', harness);
