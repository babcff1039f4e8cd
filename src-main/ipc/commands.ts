import * as v from 'valibot';
import type { Messages } from '../engine/messages/index.ts';
import type { Account, Accounts } from '../engine/misskey/accounts.ts';
import { ApiError, type EndpointName } from '../engine/misskey/api.ts';
import { links } from '../engine/misskey/links.ts';
import type { Recipient } from '../engine/misskey/notice-from-notification.ts';
import { noteSchema, userDetailSchema } from '../engine/misskey/schemas.ts';
import type { SignIn } from '../engine/misskey/sign-in.ts';
import type { Bell } from '../engine/notices/bell.ts';
import type { History } from '../engine/notices/history.ts';
import type { Target } from '../engine/notices/notice.ts';
import { pauseEnd } from '../engine/notices/pause.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import type {
  AccountId,
  CallResult,
  Calls,
  DetailView,
  PauseChoice,
  Place,
  Settings,
  TimelineName,
} from './contract.ts';
import { wordApiError, wordSignInError } from './views/error-words.ts';
import type { ImageAddresses } from './views/images.ts';
import { noteView, userView } from './views/note-view.ts';
import type { WindowFeed } from './window-feed.ts';

export interface CommandsOptions {
  readonly accounts: Accounts;
  readonly bell: Bell;
  readonly history: History;
  readonly signIn: SignIn;
  readonly feed: WindowFeed;
  readonly images: ImageAddresses;
  readonly clock: Clock;
  readonly messages: () => Messages;
  readonly settings: () => Settings;
  /** Returns false when the settings could not be kept on disk; they are in effect all the same. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  readonly chooseWeakStorage: (allow: boolean) => void;
  /** Returns false when nothing could open the address. */
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly startDemo: () => Promise<void>;
  readonly showWindow: () => void;
  readonly hideWindow: () => void;
}

/** What the window may ask for, answered now or later. */
export type Commands = {
  readonly [Name in keyof Calls]: (
    ...args: Parameters<Calls[Name]>
  ) => ReturnType<Calls[Name]> | Promise<ReturnType<Calls[Name]>>;
};

const done: CallResult = { ok: true };

/** Carries out what the user asks for: in the window, in the tray's menu, or by a click on a toast. */
export class SuzuCommands implements Commands {
  readonly #options: CommandsOptions;
  /** Counts what was asked for in the detail: only the last may show itself when it has loaded. */
  #detailRequest = 0;

  constructor(options: CommandsOptions) {
    this.#options = options;
  }

  getSnapshot() {
    const { feed } = this.#options;
    const { accountId } = feed.place;
    if (accountId !== null) this.#openTimelineOf(accountId);
    return feed.snapshot();
  }

  startSignIn(server: string): void {
    void this.#options.signIn.start(server);
  }

  cancelSignIn(): void {
    this.#options.signIn.cancel();
    this.#options.feed.signInChanged();
  }

  reopenSignInPage(): void {
    this.#options.signIn.reopenPage();
  }

  async signInWithToken(typed: string, token: string): Promise<CallResult> {
    const failed = await this.#options.signIn.withToken(typed, token);
    if (failed === null) return done;
    const words = this.#options.messages().error;
    return fail(wordSignInError(failed.error, failed.server?.host ?? typed, words));
  }

  async signOut(accountId: AccountId): Promise<void> {
    const { accounts, feed } = this.#options;
    const account = accounts.get(accountId);
    if (account === undefined) return;
    const { origin, addedBy } = account.stored;
    await accounts.remove(accountId);
    this.closeDetail();
    feed.timelineReset();
    if (addedBy === 'demo') return;
    feed.signInEnded({
      phase: 'signed-out',
      host: new URL(origin).host,
      revokeUrl: links.connectedApps(origin),
    });
  }

  async startDemo(): Promise<CallResult> {
    try {
      await this.#options.startDemo();
      return done;
    } catch {
      return fail(this.#options.messages().error.demoFailed);
    }
  }

  chooseWeakStorage(allow: boolean): void {
    this.#options.chooseWeakStorage(allow);
  }

  selectTimeline(accountId: AccountId, name: TimelineName): void {
    const { accounts, feed } = this.#options;
    feed.go({ accountId });
    accounts.openTimeline(accountId, name);
    feed.accountsChanged();
    feed.timelineReset();
  }

  reloadTimeline(): void {
    this.#openAccount()?.source?.timeline?.reload();
  }

  async loadOlderNotes(): Promise<CallResult> {
    const account = this.#openAccount();
    return this.#attempt(account, async () => account?.source?.timeline?.loadOlder());
  }

  loadOlderNotices(): void {
    this.#options.feed.sendOlderNotices();
  }

  openNotice(noticeId: string): void {
    const { bell, history } = this.#options;
    const notice = history.get(noticeId)?.notice;
    if (notice === undefined) return;
    bell.markRead(noticeId);
    this.openTarget(notice.accountId, notice.target);
  }

  /** Opens what a notice is about where the settings say; null opens the list of notices. */
  openTarget(accountId: AccountId, target: Target | null): void {
    const { accounts, feed, showWindow } = this.#options;
    if (target === null) {
      feed.go({ view: 'notices' });
      showWindow();
      return;
    }
    switch (target.kind) {
      case 'note':
        this.openNote(accountId, target.noteId);
        break;
      case 'user':
        this.#openPerson(accountId, target);
        break;
      case 'page': {
        const origin = accounts.get(accountId)?.stored.origin;
        if (origin !== undefined) void this.openLink(links[target.page](origin));
        break;
      }
    }
  }

  openNote(accountId: AccountId, noteId: string): void {
    const account = this.#options.accounts.get(accountId);
    if (account === undefined) return;
    if (this.#options.settings().clickOpens === 'browser') {
      void this.openLink(links.note(account.stored.origin, noteId));
      return;
    }
    void this.#showDetail(account, async (recipient, images) => {
      const note = await this.#call(account, 'notes/show', { noteId }, noteSchema);
      return {
        kind: 'note',
        note: noteView(recipient, note, images),
        replyTo: note.reply && noteView(recipient, note.reply, images),
      };
    });
  }

  openUser(accountId: AccountId, handle: string): void {
    const [, username, host] = /^@([\w.-]+)(?:@([\w.:-]+))?$/.exec(handle) ?? [];
    if (username !== undefined) this.#openPerson(accountId, { username, host: host ?? null });
  }

  openHashtag(accountId: AccountId, tag: string): void {
    const origin = this.#options.accounts.get(accountId)?.stored.origin;
    if (origin !== undefined) void this.openLink(links.hashtag(origin, tag));
  }

  async openLink(url: string): Promise<CallResult> {
    const words = this.#options.messages().error;
    if (!/^https?:\/\//i.test(url)) return fail(words.linkRefused);
    return (await this.#options.openExternal(url)) ? done : fail(words.linkFailed);
  }

  async openFile(accountId: AccountId, noteId: string, fileId: string): Promise<CallResult> {
    const account = this.#options.accounts.get(accountId);
    const notes = account?.source?.timeline?.timeline.notes ?? [];
    const note = notes
      .flatMap((candidate) => [candidate, candidate.renote ?? []].flat())
      .find(({ id }) => id === noteId);
    const url = note?.files.find(({ id }) => id === fileId)?.url ?? null;
    if (url !== null) return this.openLink(url);
    // A note that stands alone is not in the timeline: its page has the file.
    if (account === undefined) return fail(this.#options.messages().error.noteGone);
    return this.openLink(links.note(account.stored.origin, noteId));
  }

  closeDetail(): void {
    this.#detailRequest += 1;
    this.#options.feed.setDetail(null);
  }

  async markAllRead(): Promise<CallResult> {
    const { accounts, bell } = this.#options;
    const results = await Promise.all(
      accounts.all().map((account) => {
        bell.markAllRead(account.stored.id);
        return this.#attempt(account, () =>
          this.#call(account, 'notifications/mark-all-as-read', {}, v.unknown()),
        );
      }),
    );
    return results.find(({ ok }) => !ok) ?? done;
  }

  pause(choice: PauseChoice): void {
    const { bell, clock } = this.#options;
    bell.pauseUntil(pauseEnd(choice, clock.now()));
  }

  changeSettings(changes: Partial<Settings>): CallResult {
    const kept = this.#options.changeSettings(changes);
    return kept ? done : fail(this.#options.messages().error.settingsNotKept);
  }

  reportPlace(place: Place): void {
    const before = this.#options.feed.place.accountId;
    this.#options.feed.rememberPlace(place);
    if (place.accountId !== null && place.accountId !== before) {
      this.#openTimelineOf(place.accountId);
      this.#options.feed.timelineReset();
    }
  }

  dismissBanner(bannerId: string): void {
    this.#options.feed.removeBanner(bannerId);
  }

  hideWindow(): void {
    this.#options.hideWindow();
  }

  #openPerson(
    accountId: AccountId,
    person: { readonly username: string; readonly host: string | null },
  ): void {
    const account = this.#options.accounts.get(accountId);
    if (account === undefined) return;
    if (this.#options.settings().clickOpens === 'browser') {
      void this.openLink(links.user(account.stored.origin, person));
      return;
    }
    const { username, host } = person;
    void this.#showDetail(account, async (recipient, images) => {
      const user = await this.#call(account, 'users/show', { username, host }, userDetailSchema);
      return { kind: 'user', user: userView(recipient, user, images) };
    });
  }

  async #showDetail(
    account: Account,
    load: (recipient: Recipient, images: ImageAddresses) => Promise<DetailView>,
  ): Promise<void> {
    const { feed, images, showWindow, messages } = this.#options;
    const { id, origin } = account.stored;
    this.#detailRequest += 1;
    const request = this.#detailRequest;
    const show = (detail: DetailView) => {
      if (request === this.#detailRequest) feed.setDetail(detail);
    };
    show({ kind: 'loading' });
    showWindow();
    try {
      show(await load({ id, origin }, images));
    } catch (error) {
      show({ kind: 'failed', error: this.#word(error, account, messages()) });
    }
  }

  async #attempt(account: Account | undefined, act: () => Promise<unknown>): Promise<CallResult> {
    try {
      await act();
      return done;
    } catch (error) {
      if (account === undefined) throw error;
      return fail(this.#word(error, account, this.#options.messages()));
    }
  }

  #call<Schema extends v.GenericSchema>(
    { source }: Account,
    endpoint: EndpointName,
    parameters: Readonly<Record<string, unknown>>,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>> {
    if (source === null) return Promise.reject(new ApiError(endpoint, 'token-invalid'));
    return source.api.call(endpoint, parameters, schema);
  }

  /** @throws whatever is no failed call to the server: that would be a defect. */
  #word(error: unknown, { stored }: Account, { error: words }: Messages): string {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'NO_SUCH_NOTE') return words.noteGone;
    if (error.code === 'NO_SUCH_USER') return words.userGone;
    return wordApiError(error, new URL(stored.origin).host, words);
  }

  #openAccount(): Account | undefined {
    const { accounts, feed } = this.#options;
    const { accountId } = feed.place;
    return accountId === null ? undefined : accounts.get(accountId);
  }

  #openTimelineOf(accountId: AccountId): void {
    const { accounts } = this.#options;
    const account = accounts.get(accountId);
    if (account !== undefined) accounts.openTimeline(accountId, account.stored.timeline);
  }
}

function fail(error: string): CallResult {
  return { ok: false, error };
}
