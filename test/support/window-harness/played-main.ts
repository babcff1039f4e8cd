import type { Bridge, CallResult, Calls, Patch, Snapshot } from '../../../src-main/ipc/contract.ts';
import { applyPatch, type WindowState } from '../../../src-renderer/state/reducer.ts';
import { emojiCatalogue, timelineCatalogue } from './fixtures/catalogues.ts';
import { about, licences, looked, playedReport, shownToast } from './fixtures/diagnostics.ts';
import { draftOf } from './fixtures/draft.ts';
import { feed, playedFields, playedPreview, presetPreview, presets } from './fixtures/feeds.ts';
import { keptExtent, playedSearch } from './fixtures/history.ts';
import { longNotes } from './fixtures/states.ts';
import { reordered, switched, unpinned, withPin } from './pinned.ts';
import { watched } from './watched.ts';

const refused = 'The browser could not be opened.';

/** The main process as the window meets it: notes every call, and answers as where all is well. */
export class PlayedMain {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  readonly failing = new Set<keyof Calls>();
  readonly held = new Set<keyof Calls>();
  readonly #waiting = new Map<keyof Calls, (() => void)[]>();
  readonly #listeners = new Set<(patches: readonly Patch[]) => void>();
  #state: WindowState;

  constructor(initial: Snapshot) {
    this.#state = initial;
  }

  send(...patches: readonly Patch[]): void {
    for (const listener of this.#listeners) listener(patches);
    try {
      this.#state = patches.reduce(applyPatch, this.#state);
    } catch {
      // What the contract forbids is for the window to meet, and not for what plays its other side.
    }
  }

  wear(theme: 'light' | 'dark'): void {
    this.send({ kind: 'slices', slices: { settings: { ...this.#state.settings, theme } } });
  }

  bridge(): Bridge {
    const slices = (changes: Extract<Patch, { kind: 'slices' }>['slices']) =>
      this.send({ kind: 'slices', slices: changes });
    const state = () => this.#state;
    const done = this.#done.bind(this);
    const result = this.#result.bind(this);
    const answer = this.#answer.bind(this);
    return {
      getSnapshot: async () => this.#state,
      startSignIn: done('startSignIn', (server) =>
        slices({ signIn: { phase: 'checking', server } }),
      ),
      cancelSignIn: done('cancelSignIn', () => slices({ signIn: { phase: 'idle' } })),
      signInWithToken: result('signInWithToken'),
      watchServer: result('watchServer'),
      reopenSignInPage: done('reopenSignInPage'),
      signOut: done('signOut'),
      moveAccount: done('moveAccount', (id, index) =>
        slices({ accounts: reordered(state().accounts, (account) => account.id === id, index) }),
      ),
      setPresence: done('setPresence', (id, presence) =>
        slices({
          accounts: state().accounts.map((account) =>
            account.id === id ? { ...account, presence } : account,
          ),
        }),
      ),
      setStartAtLogin: result('setStartAtLogin', (choice) =>
        slices({
          desktop: {
            ...state().desktop,
            startAtLogin: { choice, note: null },
            asksStartAtLogin: false,
          },
        }),
      ),
      setShortcut: result('setShortcut', (name, accelerator) => {
        const { settings } = state();
        slices({
          settings: { ...settings, shortcuts: { ...settings.shortcuts, [name]: accelerator } },
        });
      }),
      exportSettings: answer('exportSettings', () => null),
      importSettings: answer('importSettings', () => null),
      startDemo: result('startDemo'),
      chooseWeakStorage: done('chooseWeakStorage', (allow) =>
        slices({ secrets: { storage: allow ? 'weak' : 'session', consentNeeded: false } }),
      ),
      selectTimeline: done('selectTimeline', (id, timeline) =>
        slices({
          accounts: state().accounts.map((account) =>
            account.id === id ? { ...account, timeline } : account,
          ),
        }),
      ),
      watchTimelines: done('watchTimelines', (refs) => this.send(...watched(state(), refs))),
      watchNotes: done('watchNotes'),
      reloadTimeline: done('reloadTimeline'),
      loadOlderNotes: result('loadOlderNotes', (timeline) =>
        this.send({
          kind: 'timeline-older',
          timeline,
          notes: longNotes.map((note) => ({
            ...note,
            id: `older-${note.id}`,
            createdAt: note.createdAt - 1e9,
          })),
          hasOlder: false,
        }),
      ),
      listTimelines: answer('listTimelines', () => timelineCatalogue),
      pinTimeline: answer('pinTimeline', (id, spec) => {
        const { accounts, key } = withPin(state().accounts, id, spec);
        slices({ accounts });
        return key;
      }),
      switchTimeline: answer('switchTimeline', (id, key, switches) => {
        const next = switched(state().accounts, id, key, switches);
        slices({ accounts: next.accounts });
        return next.key;
      }),
      unpinTimeline: result('unpinTimeline', (id, key) =>
        slices({ accounts: unpinned(state().accounts, id, key) }),
      ),
      moveTimeline: done('moveTimeline', (id, key, index) =>
        slices({
          accounts: state().accounts.map((account) =>
            account.id === id
              ? {
                  ...account,
                  timelines: reordered(account.timelines, (pinned) => pinned.key === key, index),
                }
              : account,
          ),
        }),
      ),
      chooseSoundFile: answer('chooseSoundFile', () => '/home/akari/sounds/chime.ogg'),
      trySound: result('trySound'),
      checkProxy: answer('checkProxy', () => 'It works: misskey.example answers.'),
      useProxy: result('useProxy', (proxy) =>
        slices({
          settings: { ...state().settings, network: { ...state().settings.network, proxy } },
        }),
      ),
      setProxyPassword: result('setProxyPassword', (credentials) =>
        slices({
          network: {
            ...state().network,
            proxyUser: credentials?.name ?? null,
            wantsPassword: false,
          },
        }),
      ),
      addCertificate: result('addCertificate'),
      removeCertificate: result('removeCertificate', (path) =>
        slices({
          network: {
            ...state().network,
            certificates: state().network.certificates.filter((one) => one.path !== path),
          },
        }),
      ),
      listPresets: answer('listPresets', () => presets),
      addPresetFeed: answer('addPresetFeed', (preset, values) => {
        const name = presets.find(({ id }) => id === preset)?.name ?? preset;
        const added = feed(values['topic'] ?? 'Added', { preset: name });
        slices({ feeds: [...state().feeds, added] });
        return added.id;
      }),
      addFeed: answer('addFeed', ({ name, connection, rule = null }) => {
        const added = feed(name, { connection, rule, host: new URL(connection.url).host });
        slices({ feeds: [...state().feeds, added] });
        return added.id;
      }),
      changeFeed: result('changeFeed', (id, { name, connection, rule }) =>
        slices({
          feeds: state().feeds.map((one) =>
            one.id === id
              ? { ...one, name, connection, rule: rule === undefined ? one.rule : rule }
              : one,
          ),
        }),
      ),
      removeFeed: done('removeFeed', (id) =>
        slices({ feeds: state().feeds.filter((one) => one.id !== id) }),
      ),
      moveFeed: done('moveFeed', (id, index) =>
        slices({ feeds: reordered(state().feeds, (one) => one.id === id, index) }),
      ),
      setFeedOn: done('setFeedOn', (id, on) =>
        slices({
          feeds: state().feeds.map((one) =>
            one.id === id
              ? {
                  ...one,
                  on,
                  state: on ? 'connecting' : null,
                  stateText: on ? 'Connecting…' : 'Off',
                }
              : one,
          ),
        }),
      ),
      retryFeed: done('retryFeed'),
      watchFeed: done('watchFeed'),
      previewRule: answer('previewRule', (_, rule) =>
        (state().feedEvents?.events ?? []).map(({ n, fields, text, outcome }) => ({
          n,
          preview: rule === null ? presetPreview(outcome) : playedPreview(rule, fields, text),
        })),
      ),
      previewSample: answer('previewSample', (_, rule, { text }) => {
        const fields = playedFields(text);
        return { fields, preview: playedPreview(rule, fields, text) };
      }),
      loadPictures: done('loadPictures', () =>
        slices({ network: { ...state().network, saving: null } }),
      ),
      compose: done('compose', (accountId, purpose) => slices({ compose: { accountId, purpose } })),
      closeComposer: done('closeComposer', () => slices({ compose: null })),
      prepareDraft: answer('prepareDraft', (accountId, purpose) =>
        draftOf(state(), accountId, purpose),
      ),
      postNote: answer('postNote', () => 'posted'),
      renote: answer('renote', () => 'renoted'),
      deleteNote: result('deleteNote', (accountId, noteId) =>
        this.send({ kind: 'note-remove', accountId, noteId }),
      ),
      react: result('react'),
      unreact: result('unreact'),
      vote: result('vote'),
      follow: result('follow'),
      unfollow: result('unfollow'),
      acceptFollow: result('acceptFollow'),
      rejectFollow: result('rejectFollow'),
      mute: result('mute'),
      unmute: result('unmute'),
      setUserBell: result('setUserBell'),
      loadEmojis: answer('loadEmojis', () => emojiCatalogue),
      pinEmojis: done('pinEmojis'),
      loadOlderNotices: done('loadOlderNotices'),
      openNotice: done('openNotice'),
      answerNotice: result('answerNotice'),
      openNote: done('openNote'),
      openUser: done('openUser'),
      openHashtag: done('openHashtag'),
      openLink: result('openLink'),
      openFile: result('openFile'),
      closeDetail: done('closeDetail', () => slices({ detail: null })),
      searchNotices: answer('searchNotices', (query, cursor) =>
        playedSearch(state().notices.items, query, cursor),
      ),
      getHistoryExtent: answer('getHistoryExtent', () => keptExtent),
      exportHistory: answer('exportHistory', (format) => ({
        path: `/home/akari/notices.${format}`,
      })),
      eraseHistory: result('eraseHistory'),
      deleteNotice: result('deleteNotice', (id) =>
        this.send({
          kind: 'notices-reset',
          notices: {
            ...state().notices,
            items: state().notices.items.filter((notice) => notice.id !== id),
          },
        }),
      ),
      markAllRead: result('markAllRead'),
      pause: done('pause', (choice) =>
        slices({ pause: { until: choice === 'resume' ? null : Date.now() + 30 * 60_000 } }),
      ),
      changeSettings: result('changeSettings', (changes) => {
        const settings = { ...state().settings, ...changes };
        const locale = settings.language === 'system' ? state().locale : settings.language;
        slices({ settings, locale });
      }),
      reportPlace: done('reportPlace'),
      dismissBanner: done('dismissBanner', (id) =>
        slices({ banners: state().banners.filter((banner) => banner.id !== id) }),
      ),
      hideWindow: done('hideWindow'),
      runDiagnostics: done('runDiagnostics', () =>
        slices({ diagnostics: state().diagnostics ?? looked }),
      ),
      showTestToast: done('showTestToast', () =>
        slices({ diagnostics: { ...(state().diagnostics ?? looked), testToast: shownToast } }),
      ),
      readReport: answer('readReport', (withNames) => playedReport(withNames)),
      copyReport: result('copyReport'),
      saveReport: result('saveReport'),
      openLogFolder: result('openLogFolder'),
      restart: done('restart'),
      readAbout: answer('readAbout', () => about),
      readLicences: answer('readLicences', () => licences),
      checkForUpdate: done('checkForUpdate'),
      installUpdate: done('installUpdate'),
      onPatches: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  /** A call that answers nothing. */
  #done<Name extends keyof Calls>(name: Name, effect?: (...args: Parameters<Calls[Name]>) => void) {
    return async (...args: Parameters<Calls[Name]>): Promise<void> => {
      await this.#noted(name, args);
      effect?.(...args);
    };
  }

  /** A call that can fail. */
  #result<Name extends keyof Calls>(
    name: Name,
    effect?: (...args: Parameters<Calls[Name]>) => void,
  ) {
    return async (...args: Parameters<Calls[Name]>): Promise<CallResult> => {
      await this.#noted(name, args);
      if (this.failing.has(name)) return { ok: false, error: refused };
      effect?.(...args);
      return { ok: true };
    };
  }

  /** A call that answers something, or fails. */
  #answer<Name extends keyof Calls, Data>(
    name: Name,
    answer: (...args: Parameters<Calls[Name]>) => Data,
  ) {
    return async (...args: Parameters<Calls[Name]>) => {
      await this.#noted(name, args);
      if (this.failing.has(name)) return { ok: false, error: refused } as const;
      return { ok: true, data: answer(...args) } as const;
    };
  }

  #noted(name: keyof Calls, args: readonly unknown[]): Promise<void> {
    this.calls.push({ name, args });
    if (!this.held.has(name)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]);
    });
  }

  /** Answers what was held, and no longer holds what comes. */
  release(name: keyof Calls): void {
    this.held.delete(name);
    for (const resolve of this.#waiting.get(name) ?? []) resolve();
    this.#waiting.delete(name);
  }
}
