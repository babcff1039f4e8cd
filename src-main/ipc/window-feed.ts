import type { Feeds } from '../engine/feeds/feeds.ts';
import type { FeedPresets } from '../engine/feeds/preset-list.ts';
import type { Messages } from '../engine/messages/index.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import type { Note } from '../engine/misskey/api/schemas.ts';
import { isOffline } from '../engine/misskey/offline.ts';
import type { SignInState } from '../engine/misskey/sign-in/sign-in.ts';
import type { Bell } from '../engine/notices/bell.ts';
import type { History, HistoryEntry } from '../engine/notices/history.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import type { TimelineChange } from '../engine/timeline/timeline.ts';
import type {
  AccountId,
  AccountView,
  Banner,
  ComposeView,
  DesktopView,
  Destination,
  DetailView,
  DiagnosticsView,
  FeedId,
  FeedView,
  Locale,
  NetworkView,
  Patch,
  Place,
  RelationView,
  SecretsView,
  Settings,
  Slices,
  Snapshot,
  TimelineKey,
  TimelineView,
  UpdateView,
} from './contract.ts';
import { FeedSlices } from './feed-slices.ts';
import { NoticeList } from './notice-list.ts';
import { PatchQueue } from './patch-queue.ts';
import { PlaceKeeper } from './place-keeper.ts';
import { accountView } from './views/account-view.ts';
import type { ImageAddresses } from './views/images.ts';
import { noteView } from './views/note-view.ts';
import { type SignInEnd, signInView } from './views/sign-in-view.ts';
import { timelinePatch, timelineView } from './views/timeline-view.ts';

export interface WindowFeedOptions {
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly feeds: Pick<Feeds, 'all' | 'get' | 'seen'>;
  readonly presets: Pick<FeedPresets, 'get'>;
  readonly bell: Bell;
  readonly history: History;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
  readonly locale: () => Locale;
  readonly settings: () => Settings;
  readonly secrets: () => SecretsView;
  readonly desktop: () => DesktopView;
  readonly update: () => UpdateView;
  readonly signIn: () => SignInState;
  readonly platform: Snapshot['platform'];
  readonly version: string;
  readonly safeMode: boolean;
  readonly network: () => NetworkView;
  /** Whether the system says that there is no network. */
  readonly systemSaysOffline: () => boolean;
  /** Null before anybody asked for diagnostics. */
  readonly diagnostics: () => DiagnosticsView | null;
  /** Whether a window is there that has asked for its snapshot. */
  readonly hasWindow: () => boolean;
  readonly send: (patches: readonly Patch[]) => void;
}

/**
 * What the window shows, and the patches that keep it so. The window can go and come at any moment:
 * what it needs to be made again (place, detail, banners, the end of a sign-out) is kept here.
 */
export class WindowFeed {
  readonly #options: WindowFeedOptions;
  readonly #queue: PatchQueue;
  readonly #place: PlaceKeeper;
  readonly #notices: NoticeList;
  readonly #feeds: FeedSlices;
  #detail: DetailView | null = null;
  #compose: ComposeView | null = null;
  #banners: readonly Banner[] = [];
  #signInEnd: SignInEnd | null = null;

  constructor(options: WindowFeedOptions) {
    this.#options = options;
    this.#queue = new PatchQueue(options.clock, options.send);
    this.#place = new PlaceKeeper(() => options.accounts.all().map(({ stored }) => stored.id));
    this.#notices = new NoticeList(options);
    this.#feeds = new FeedSlices({
      ...options,
      onEvents: () => this.#sendSlices(() => ({ feedEvents: this.#feeds.events() })),
    });
  }

  /** Everything; patches that are sent from now on continue it. */
  snapshot(): Snapshot {
    const { locale, settings, platform, version, bell, secrets } = this.#options;
    // What waits to be sent is in the snapshot already.
    this.#queue.clear();
    return {
      locale: locale(),
      platform,
      version,
      settings: settings(),
      accounts: this.accountViews(),
      feeds: this.feedViews(),
      feedEvents: this.#feeds.events(),
      notices: this.#notices.view(),
      timelines: this.#timelines(),
      detail: this.#detail,
      compose: this.compose,
      pause: { until: bell.pausedUntil },
      place: this.place,
      signIn: this.#signIn(),
      secrets: secrets(),
      desktop: this.#options.desktop(),
      update: this.#options.update(),
      banners: this.#banners,
      safeMode: this.#options.safeMode,
      network: this.#options.network(),
      diagnostics: this.#options.diagnostics(),
    };
  }

  /** Where the reader is, on accounts that exist. */
  get place(): Place {
    return this.#place.place;
  }

  /** The note that is being written, while its account is there. */
  get compose(): ComposeView | null {
    const compose = this.#compose;
    return compose !== null && this.#options.accounts.get(compose.accountId) ? compose : null;
  }

  /** The reader moved; the window knows already. */
  rememberPlace(place: Place): void {
    this.#place.change(place);
  }

  /** Brings the reader somewhere. */
  go(to: Destination): void {
    this.#place.change(to);
    this.#send(() => ({ kind: 'go', to }));
  }

  accountsChanged(): void {
    this.#sendSlices(() => ({
      accounts: this.accountViews(),
      desktop: this.#options.desktop(),
      compose: this.compose,
    }));
  }

  /** Feeds, or their states, changed. */
  feedsChanged(): void {
    this.#sendSlices(() => ({ feeds: this.feedViews() }));
  }

  /** The reader looks at the events of this feed from now on; null = of none. */
  watchFeed(feedId: FeedId | null): void {
    this.#feeds.watch(feedId);
  }

  /** A feed has new events. */
  feedEventsChanged(feedId: FeedId): void {
    this.#feeds.eventsChanged(feedId);
  }

  /** Nothing of a forgotten account stays on the screen. */
  accountRemoved(accountId: AccountId): void {
    const detail = this.#detail;
    const isAbout =
      // What is loading may be of that account too; of another it shows itself all the same.
      detail?.kind === 'loading' ||
      (detail?.kind === 'note' && detail.note.accountId === accountId) ||
      (detail?.kind === 'user' && detail.user.accountId === accountId);
    if (isAbout) this.setDetail(null);
    this.noticesReset();
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
      feeds: this.feedViews(),
      signIn: this.#signIn(),
      network: this.#options.network(),
      diagnostics: this.#options.diagnostics(),
    }));
    this.noticesReset();
    if (!this.#options.hasWindow()) return;
    for (const timeline of this.#timelines())
      this.#queue.push({ kind: 'timeline-reset', timeline });
  }

  /** How Suzu starts, or its shortcuts, changed. */
  desktopChanged(): void {
    this.#sendSlices(() => ({ desktop: this.#options.desktop() }));
  }

  secretsChanged(): void {
    this.#sendSlices(() => ({ secrets: this.#options.secrets() }));
  }

  networkChanged(): void {
    this.#sendSlices(() => ({ network: this.#options.network() }));
  }

  diagnosticsChanged(): void {
    this.#sendSlices(() => ({ diagnostics: this.#options.diagnostics() }));
  }

  updateChanged(): void {
    this.#sendSlices(() => ({ update: this.#options.update() }));
  }

  signInChanged(): void {
    this.#signInEnd = null;
    this.#sendSlices(() => ({ signIn: this.#signIn() }));
  }

  signInEnded(end: SignInEnd): void {
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

  /** The relation to a person changed; it shows on their profile, if that is open. */
  relationChanged(
    accountId: AccountId,
    userId: string,
    change: (relation: RelationView) => RelationView,
  ): void {
    const detail = this.#detail;
    if (detail?.kind !== 'user') return;
    const { user } = detail;
    const { relation } = user;
    if (user.accountId !== accountId || user.person.userId !== userId || relation === null) return;
    this.setDetail({ ...detail, user: { ...user, relation: change(relation) } });
  }

  setCompose(compose: ComposeView | null): void {
    this.#compose = compose;
    this.#sendSlices(() => ({ compose: this.compose }));
  }

  noticeInserted(entry: HistoryEntry): void {
    if (!this.#options.hasWindow()) return;
    // One that belongs below what the window has comes with the page of older ones.
    const patch = this.#notices.insertion(entry);
    if (patch !== null) this.#queue.push(patch);
    this.#unreadChanged();
  }

  noticeUpdated(entry: HistoryEntry): void {
    if (!this.#options.hasWindow()) return;
    const patch = this.#notices.update(entry);
    if (patch === null) return;
    this.#queue.push(patch);
    this.#unreadChanged();
  }

  noticesReset(): void {
    this.#send(() => ({ kind: 'notices-reset', notices: this.#notices.view() }));
    this.#unreadChanged();
  }

  /** Sends the page after the last notice that the window has. */
  sendOlderNotices(): void {
    const notices = this.#notices.older();
    if (notices !== null) this.#send(() => ({ kind: 'notices-older', notices }));
  }

  /** The window is gone. */
  windowClosed(): void {
    this.#queue.clear();
    this.#notices.restart();
    this.#feeds.stop();
  }

  timelineChanged(accountId: AccountId, key: TimelineKey, change: TimelineChange): void {
    const { accounts, messages, images, hasWindow } = this.#options;
    const account = accounts.get(accountId);
    if (account === undefined || !hasWindow()) return;
    if (change.kind !== 'reset') {
      const patch = timelinePatch(account, key, change, images);
      if (patch !== null) this.#queue.push(patch);
      return;
    }
    const feed = account.source?.timelines.get(key);
    if (feed === undefined) return;
    const timeline = timelineView(account, feed, messages(), images);
    this.#queue.push({ kind: 'timeline-reset', timeline });
  }

  timelineClosed(accountId: AccountId, key: TimelineKey): void {
    this.#send(() => ({ kind: 'timeline-close', timeline: { accountId, key } }));
  }

  /** A note changed, wherever it stands. */
  noteUpdated(accountId: AccountId, note: Note): void {
    const account = this.#options.accounts.get(accountId);
    if (account === undefined) return;
    this.#send(() => ({
      kind: 'note-update',
      note: noteView(account.stored, note, this.#options.images),
    }));
  }

  /** A note is gone from wherever it stood. */
  noteRemoved(accountId: AccountId, noteId: string): void {
    this.#send(() => ({ kind: 'note-remove', accountId, noteId }));
  }

  /** Pictures of the account's custom emojis are behind other addresses now. */
  emojisChanged(accountId: AccountId): void {
    this.noticesReset();
    for (const key of this.#options.accounts.get(accountId)?.source?.timelines.keys() ?? []) {
      this.timelineChanged(accountId, key, { kind: 'reset' });
    }
  }

  /** The address of a file of a note that is shown; null when that note is not held any more. */
  fileUrl(accountId: AccountId, noteId: string, fileId: string): string | null {
    const note = this.#options.accounts.get(accountId)?.source?.notes.find(noteId);
    return note?.files.find(({ id }) => id === fileId)?.url ?? null;
  }

  /** Every account as it stands; the tray shows them too. */
  accountViews(): AccountView[] {
    const { accounts, history, messages, images } = this.#options;
    const offline = this.#isOffline();
    return accounts
      .all()
      .map((account) =>
        accountView(account, history.unread(account.stored.id), messages(), images, offline),
      );
  }

  /** Every feed as it stands; the tray shows them too. */
  feedViews(): FeedView[] {
    return this.#feeds.views(this.#isOffline());
  }

  #isOffline(): boolean {
    const { accounts, feeds, systemSaysOffline } = this.#options;
    const reached = [
      ...accounts.all().map(({ stored: { origin }, state }) => ({ origin, state })),
      ...feeds
        .all()
        .flatMap(({ stored: { connection }, state }) =>
          state === null ? [] : [{ origin: `https://${new URL(connection.url).host}`, state }],
        ),
    ];
    return isOffline(reached, systemSaysOffline());
  }

  #unreadChanged(): void {
    this.accountsChanged();
    this.feedsChanged();
  }

  /** Views are only made when somebody looks: most of the time there is no window. */
  #send(makePatch: () => Patch): void {
    if (this.#options.hasWindow()) this.#queue.push(makePatch());
  }

  #sendSlices(makeSlices: () => Partial<Slices>): void {
    this.#send(() => ({ kind: 'slices', slices: makeSlices() }));
  }

  #timelines(): TimelineView[] {
    const { accounts, messages, images } = this.#options;
    return accounts
      .all()
      .flatMap((account) =>
        [...(account.source?.timelines.values() ?? [])].map((feed) =>
          timelineView(account, feed, messages(), images),
        ),
      );
  }

  #signIn() {
    return signInView(this.#options.signIn(), this.#signInEnd, this.#options.messages().error);
  }
}
