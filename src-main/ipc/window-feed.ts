import type { Messages } from '../engine/messages/index.ts';
import type { Account, Accounts } from '../engine/misskey/accounts.ts';
import type { ApiError } from '../engine/misskey/api.ts';
import type { Recipient } from '../engine/misskey/notice-from-notification.ts';
import type { SignInState } from '../engine/misskey/sign-in.ts';
import type { TimelineStatus } from '../engine/misskey/timeline-feed.ts';
import type { Bell } from '../engine/notices/bell.ts';
import type { History, HistoryEntry } from '../engine/notices/history.ts';
import type { TimelineChange } from '../engine/timeline/timeline.ts';
import type {
  AccountId,
  AccountView,
  Banner,
  DetailView,
  Locale,
  NoticesView,
  NoticeView,
  Patch,
  Place,
  SecretsView,
  Settings,
  SignInView,
  Slices,
  Snapshot,
  TimelineView,
} from './contract.ts';
import { accountView } from './views/account-view.ts';
import { wordApiError, wordSignInError } from './views/error-words.ts';
import type { ImageAddresses } from './views/images.ts';
import { noteView } from './views/note-view.ts';
import { noticeView } from './views/notice-view.ts';

/** Notices sent at once; more come when the reader nears the end. */
const noticePage = 60;

export interface WindowFeedOptions {
  readonly accounts: Accounts;
  readonly bell: Bell;
  readonly history: History;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
  readonly locale: () => Locale;
  readonly settings: () => Settings;
  readonly secrets: () => SecretsView;
  readonly signIn: () => SignInState;
  readonly platform: Snapshot['platform'];
  readonly version: string;
  /** Whether a window is there that has asked for its snapshot. */
  readonly hasWindow: () => boolean;
  readonly send: (patch: Patch) => void;
}

/**
 * What the window shows, and the patches that keep it so. The window can go and come at any moment:
 * what it needs to be made again (place, detail, banners, the end of a sign-out) is kept here.
 */
export class WindowFeed {
  readonly #options: WindowFeedOptions;
  #place: Place = {
    view: 'notices',
    accountId: null,
    anchors: { notices: null, timeline: null },
  };
  #detail: DetailView | null = null;
  #banners: readonly Banner[] = [];
  #signInEnd: Extract<SignInView, { phase: 'done' | 'signed-out' }> | null = null;
  /** How many notices the window has, so that a reset does not lose the older ones. */
  #noticesShown = noticePage;

  constructor(options: WindowFeedOptions) {
    this.#options = options;
  }

  /** Everything; patches that are sent from now on continue it. */
  snapshot(): Snapshot {
    const { locale, settings, platform, version, bell, secrets } = this.#options;
    return {
      locale: locale(),
      platform,
      version,
      settings: settings(),
      accounts: this.accountViews(),
      notices: this.#notices(),
      timeline: this.#timeline(),
      detail: this.#detail,
      pause: { until: bell.pausedUntil },
      place: this.place,
      signIn: this.#signIn(),
      secrets: secrets(),
      banners: this.#banners,
    };
  }

  /** Where the reader is, on an account that exists. */
  get place(): Place {
    const { accounts } = this.#options;
    const { accountId } = this.#place;
    if (accountId !== null && accounts.get(accountId) !== undefined) return this.#place;
    return { ...this.#place, accountId: accounts.all()[0]?.stored.id ?? null };
  }

  /** The reader moved; the window knows already. */
  rememberPlace(place: Place): void {
    this.#place = place;
  }

  /** Brings the reader somewhere. */
  go(to: Partial<Pick<Place, 'view' | 'accountId'>>): void {
    this.#place = { ...this.#place, ...to };
    this.#sendSlices(() => ({ place: this.place }));
  }

  accountsChanged(): void {
    this.#sendSlices(() => ({ accounts: this.accountViews(), place: this.place }));
  }

  pauseChanged(): void {
    this.#sendSlices(() => ({ pause: { until: this.#options.bell.pausedUntil } }));
  }

  /** Settings also decide the language, in which everything is worded anew. */
  settingsChanged(): void {
    const { settings, locale } = this.#options;
    this.#sendSlices(() => ({
      settings: settings(),
      locale: locale(),
      accounts: this.accountViews(),
      signIn: this.#signIn(),
    }));
    this.noticesReset();
    // Its error is in words too.
    this.timelineReset();
  }

  secretsChanged(): void {
    this.#sendSlices(() => ({ secrets: this.#options.secrets() }));
  }

  signInChanged(): void {
    this.#signInEnd = null;
    this.#sendSlices(() => ({ signIn: this.#signIn() }));
  }

  signInEnded(end: Extract<SignInView, { phase: 'done' | 'signed-out' }>): void {
    this.#signInEnd = end;
    this.#sendSlices(() => ({ signIn: this.#signIn() }));
  }

  setBanner(banner: Banner): void {
    this.#banners = [...this.#banners.filter(({ id }) => id !== banner.id), banner];
    this.#sendSlices(() => ({ banners: this.#banners }));
  }

  removeBanner(id: string): void {
    this.#banners = this.#banners.filter((banner) => banner.id !== id);
    this.#sendSlices(() => ({ banners: this.#banners }));
  }

  setDetail(detail: DetailView | null): void {
    this.#detail = detail;
    this.#sendSlices(() => ({ detail }));
  }

  noticeInserted(entry: HistoryEntry): void {
    const { history, hasWindow } = this.#options;
    if (!hasWindow()) return;
    const shown = history.newest(this.#noticesShown + 1);
    // One that belongs below what the window has comes with the page of older ones.
    if (shown.some(({ notice }) => notice.id === entry.notice.id)) {
      this.#noticesShown += 1;
      this.#sendNotice('notice-insert', entry);
    } else {
      this.accountsChanged();
    }
  }

  noticeUpdated(entry: HistoryEntry): void {
    this.#sendNotice('notice-update', entry);
  }

  noticesReset(): void {
    this.#send(() => ({ kind: 'notices-reset', notices: this.#notices() }));
    this.accountsChanged();
  }

  /** Sends the page after the last notice that the window has. */
  sendOlderNotices(): void {
    const last = this.#options.history.newest(this.#noticesShown).at(-1);
    if (last === undefined) return;
    const entries = this.#options.history.newest(noticePage + 1, last.notice.id);
    const page = entries.slice(0, noticePage);
    this.#noticesShown += page.length;
    this.#send(() => ({
      kind: 'notices-older',
      notices: { items: this.#noticeViews(page), hasOlder: entries.length > page.length },
    }));
  }

  /** The window is gone: the next one starts with the newest page. */
  windowClosed(): void {
    this.#noticesShown = noticePage;
  }

  timelineReset(): void {
    this.#send(() => ({ kind: 'timeline-reset', timeline: this.#timeline() }));
  }

  timelineChanged(accountId: AccountId, change: TimelineChange): void {
    const account = this.#options.accounts.get(accountId);
    // Several timelines may be connected, but the window has one.
    if (account === undefined || accountId !== this.place.accountId) return;
    if (change.kind === 'reset') this.timelineReset();
    else this.#send(() => timelinePatch(recipientOf(account), change, this.#options.images));
  }

  /** Views are only made when somebody looks: most of the time there is no window. */
  #send(makePatch: () => Patch): void {
    if (this.#options.hasWindow()) this.#options.send(makePatch());
  }

  #sendSlices(makeSlices: () => Partial<Slices>): void {
    this.#send(() => ({ kind: 'slices', slices: makeSlices() }));
  }

  #sendNotice(kind: 'notice-insert' | 'notice-update', entry: HistoryEntry): void {
    if (!this.#options.hasWindow()) return;
    const notice = this.#noticeView(entry);
    if (notice === null) return;
    this.#options.send({ kind, notice });
    this.accountsChanged();
  }

  /** Every account as it stands; the tray shows them too. */
  accountViews(): AccountView[] {
    const { accounts, history, messages, images } = this.#options;
    return accounts
      .all()
      .map((account) =>
        accountView(account, history.unread(account.stored.id), messages(), images),
      );
  }

  #notices(): NoticesView {
    const entries = this.#options.history.newest(this.#noticesShown + 1);
    return {
      items: this.#noticeViews(entries.slice(0, this.#noticesShown)),
      hasOlder: entries.length > this.#noticesShown,
    };
  }

  #noticeViews(entries: readonly HistoryEntry[]): NoticeView[] {
    return entries.flatMap((entry) => this.#noticeView(entry) ?? []);
  }

  /** Null for a notice whose account is gone. */
  #noticeView(entry: HistoryEntry): NoticeView | null {
    const { accounts, messages, images } = this.#options;
    const account = accounts.get(entry.notice.accountId);
    return account === undefined
      ? null
      : noticeView(entry, account.stored.origin, messages(), images);
  }

  #timeline(): TimelineView | null {
    const { accounts, images, messages } = this.#options;
    const { accountId } = this.place;
    const account = accountId === null ? undefined : accounts.get(accountId);
    if (account === undefined) return null;
    const feed = account.source?.timeline ?? null;
    const recipient = recipientOf(account);
    const status: TimelineStatus = feed?.status ?? { state: 'loading' };
    return {
      accountId: account.stored.id,
      name: feed?.name ?? account.stored.timeline,
      state: status.state,
      error: status.state === 'failed' ? loadError(status.error, account, messages()) : null,
      notes: feed?.timeline.notes.map((note) => noteView(recipient, note, images)) ?? [],
      hasOlder: feed?.timeline.hasOlder ?? false,
      gapAfter: feed?.timeline.gapAfter ?? null,
    };
  }

  #signIn(): SignInView {
    const state = this.#options.signIn();
    const words = this.#options.messages().error;
    switch (state.phase) {
      case 'idle':
        return this.#signInEnd ?? { phase: 'idle' };
      case 'checking':
        return { phase: 'checking', server: state.typed };
      case 'waiting': {
        const { server, url, expiresAt } = state;
        return { phase: 'waiting', host: server.host, url, expiresAt };
      }
      case 'failed':
        return {
          phase: 'failed',
          server: state.typed,
          error: wordSignInError(state.error, state.server?.host ?? state.typed, words),
        };
    }
  }
}

function timelinePatch(
  account: Recipient,
  change: Exclude<TimelineChange, { kind: 'reset' }>,
  images: ImageAddresses,
): Patch {
  switch (change.kind) {
    case 'insert':
      return { kind: 'timeline-insert', note: noteView(account, change.note, images) };
    case 'update':
      return { kind: 'timeline-update', note: noteView(account, change.note, images) };
    case 'remove':
      return { kind: 'timeline-remove', noteId: change.noteId };
    case 'older':
      return {
        kind: 'timeline-older',
        notes: change.notes.map((note) => noteView(account, note, images)),
        hasOlder: change.hasOlder,
      };
  }
}

function loadError(error: ApiError, { stored }: Account, { error: words }: Messages): string {
  if (error.code?.endsWith('TL_DISABLED')) return words.timelineForbidden;
  return wordApiError(error, new URL(stored.origin).host, words);
}

function recipientOf({ stored }: Account): Recipient {
  return { id: stored.id, origin: stored.origin };
}
