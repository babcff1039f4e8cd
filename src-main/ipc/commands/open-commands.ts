import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import { links } from '../../engine/misskey/api/links.ts';
import { noteSchema, userDetailSchema } from '../../engine/misskey/api/schemas.ts';
import type { Target } from '../../engine/notices/notice.ts';
import type { AccountId, CallResult, DetailView, OpenCalls, Settings } from '../contract.ts';
import { ShownNote } from '../shown-note.ts';
import type { ImageAddresses } from '../views/images.ts';
import { type Reader, userView } from '../views/note-view.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import { done, fail, type ServerCalls } from './server-calls.ts';

/** Opens what a notice is about where the settings say; null opens the list of notices. */
export type OpenTarget = (accountId: AccountId, target: Target | null) => void;

export interface OpenCommandsOptions {
  readonly accounts: Accounts;
  readonly feed: WindowFeed;
  readonly images: ImageAddresses;
  readonly server: ServerCalls;
  readonly messages: () => Messages;
  readonly settings: () => Settings;
  /** Returns false when nothing could open the address. */
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly showWindow: () => void;
}

/** Opens things in Suzu's own window, whatever the settings say of clicks. */
export interface OpenInWindow {
  readonly showNote: (accountId: AccountId, noteId: string) => void;
  /** `handle`: `@name` or `@name@host`. */
  readonly showPerson: (accountId: AccountId, handle: string) => void;
}

/** Opens notes, people, tags, links and files, in the window or in the browser. */
export function createOpenCommands(
  options: OpenCommandsOptions,
): Commands<OpenCalls> & OpenInWindow & { readonly openTarget: OpenTarget } {
  const { accounts, feed, server, messages, settings, openExternal, showWindow } = options;
  /** Counts what was asked for in the detail: only the last may show itself when it has loaded. */
  let detailRequest = 0;
  const shownNote = new ShownNote({
    accounts,
    images: options.images,
    messages,
    show: (detail) => feed.setDetail(detail),
  });

  async function showDetail(
    account: Account,
    load: (reader: Reader, images: ImageAddresses) => Promise<() => DetailView>,
  ): Promise<void> {
    detailRequest += 1;
    const request = detailRequest;
    // Nothing of an account that was signed out meanwhile shows itself.
    const isWanted = () =>
      request === detailRequest && accounts.get(account.stored.id) !== undefined;
    const show = (detail: DetailView) => {
      if (isWanted()) feed.setDetail(detail);
    };
    shownNote.close();
    show({ kind: 'loading' });
    showWindow();
    try {
      const view = await load(account.stored, options.images);
      if (isWanted()) show(view());
    } catch (error) {
      show({ kind: 'failed', error: server.word(error, account) });
    }
  }

  async function openLink(url: string): Promise<CallResult> {
    const words = messages().error;
    if (!/^https?:\/\//i.test(url)) return fail(words.linkRefused);
    return (await openExternal(url)) ? done : fail(words.linkFailed);
  }

  function openNote(accountId: AccountId, noteId: string): void {
    const account = accounts.get(accountId);
    if (account === undefined) return;
    if (settings().clickOpens === 'browser') {
      void openLink(links.note(account.stored.origin, noteId));
      return;
    }
    showNote(accountId, noteId);
  }

  function showNote(accountId: AccountId, noteId: string): void {
    const account = accounts.get(accountId);
    if (account === undefined) return;
    void showDetail(account, async () => {
      const notes = account.source?.notes;
      const mark = notes?.mark();
      const answer = await server.call(account, 'notes/show', { noteId }, noteSchema);
      const [note] = notes && mark ? notes.fromAnswer([answer], mark) : [answer];
      return () =>
        note === undefined
          ? { kind: 'failed', error: messages().error.noteGone }
          : shownNote.open(account, note);
    });
  }

  function openPerson(accountId: AccountId, person: Person): void {
    const account = accounts.get(accountId);
    if (account === undefined) return;
    if (settings().clickOpens === 'browser') {
      void openLink(links.user(account.stored.origin, person));
      return;
    }
    showDetailOf(account, person);
  }

  function showDetailOf(account: Account, { username, host }: Person): void {
    void showDetail(account, async (reader, images) => {
      const user = await server.call(account, 'users/show', { username, host }, userDetailSchema);
      return () => ({ kind: 'user', user: userView(reader, user, images) });
    });
  }

  function closeDetail(): void {
    detailRequest += 1;
    shownNote.close();
    feed.setDetail(null);
  }

  function openList(): void {
    feed.go({ view: 'notices' });
    showWindow();
  }

  return {
    openLink,
    openNote,
    closeDetail,

    openTarget(accountId, target) {
      switch (target?.kind) {
        case undefined:
        case 'list':
          openList();
          break;
        case 'link':
          void openLink(target.url);
          break;
        case 'note':
          openNote(accountId, target.noteId);
          break;
        case 'user':
          openPerson(accountId, target);
          break;
        case 'chat': {
          const origin = accounts.get(accountId)?.stored.origin;
          if (origin !== undefined) {
            void openLink(links.chatWith(origin, target.with, target.id));
          }
          break;
        }
        case 'page': {
          const origin = accounts.get(accountId)?.stored.origin;
          if (origin !== undefined) void openLink(links[target.page](origin));
          break;
        }
      }
    },

    openUser(accountId, handle) {
      const person = personOf(handle);
      if (person !== null) openPerson(accountId, person);
    },

    showNote,

    showPerson(accountId, handle) {
      const account = accounts.get(accountId);
      const person = personOf(handle);
      if (account !== undefined && person !== null) showDetailOf(account, person);
    },

    openHashtag(accountId, tag) {
      const origin = accounts.get(accountId)?.stored.origin;
      if (origin !== undefined) void openLink(links.hashtag(origin, tag));
    },

    async openFile(accountId, noteId, fileId) {
      const account = accounts.get(accountId);
      const url = feed.fileUrl(accountId, noteId, fileId);
      if (url !== null) return openLink(url);
      // A note that is no longer held: its page has the file.
      if (account === undefined) return fail(messages().error.noteGone);
      return openLink(links.note(account.stored.origin, noteId));
    },
  };
}

interface Person {
  readonly username: string;
  readonly host: string | null;
}

function personOf(handle: string): Person | null {
  const [, username, host] = /^@([\w.-]+)(?:@([\w.:-]+))?$/.exec(handle) ?? [];
  return username === undefined ? null : { username, host: host ?? null };
}
