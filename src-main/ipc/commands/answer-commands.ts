import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { Answers } from '../../engine/misskey/answers/answers.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import type { AccountId, AnswerCalls, CallAnswer, CallResult, DraftView } from '../contract.ts';
import { type Doing, wordAnswerError } from '../views/answer-words.ts';
import type { ImageAddresses } from '../views/images.ts';
import { noteView } from '../views/note-view.ts';
import type { Commands } from './commands.ts';
import { done, type ServerCalls } from './server-calls.ts';

export interface AnswerCommandsOptions {
  readonly server: ServerCalls;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
  /** A reaction was sent, and is one of those used lately. */
  readonly onReacted: (accountId: AccountId, reaction: string) => void;
}

/** What a user does to notes and people, and the quick answer that a toast offers. */
export interface AnswerCommands extends Commands<Omit<AnswerCalls, 'loadEmojis' | 'pinEmojis'>> {
  /** Answers a note to its readers, under its warning, with the mentions put in. */
  readonly reply: (accountId: AccountId, noteId: string, text: string) => Promise<CallResult>;
}

/** What a user does to notes and people: each is carried out by the account's own `Answers`. */
export function createAnswerCommands({
  server,
  images,
  messages,
  onReacted,
}: AnswerCommandsOptions): AnswerCommands {
  function ask<Data>(
    accountId: AccountId,
    doing: Doing,
    act: (answers: Answers, account: Account) => Promise<Data>,
  ): Promise<CallAnswer<Data>> {
    return server.ask(
      accountId,
      (account) => act(answersOf(account), account),
      (error, { stored }) => wordAnswerError(error, doing, new URL(stored.origin).host, messages()),
    );
  }

  async function attempt(
    accountId: AccountId,
    doing: Doing,
    act: (answers: Answers) => Promise<unknown>,
  ): Promise<CallResult> {
    const answer = await ask(accountId, doing, act);
    return answer.ok ? done : answer;
  }

  return {
    prepareDraft: (accountId, purpose) =>
      ask(accountId, 'post', async (answers, { stored }): Promise<DraftView> => {
        const { note, ...draft } = await answers.startDraft(purpose);
        return { ...draft, accountId, purpose, note: note && noteView(stored, note, images) };
      }),
    postNote: ({ accountId, ...draft }) => ask(accountId, 'post', (answers) => answers.post(draft)),
    reply: (accountId, noteId, text) =>
      attempt(accountId, 'post', (answers) => answers.reply(noteId, text)),
    renote: (accountId, noteId) => ask(accountId, 'post', (answers) => answers.renote(noteId)),
    deleteNote: (accountId, noteId) =>
      attempt(accountId, 'post', (answers) => answers.deleteNote(noteId)),

    react: async (accountId, noteId, reaction) => {
      const answer = await attempt(accountId, 'react', (answers) =>
        answers.react(noteId, reaction),
      );
      if (answer.ok) onReacted(accountId, reaction);
      return answer;
    },
    unreact: (accountId, noteId) =>
      attempt(accountId, 'react', (answers) => answers.react(noteId, null)),
    vote: (accountId, noteId, choice) =>
      attempt(accountId, 'vote', (answers) => answers.vote(noteId, choice)),

    follow: (accountId, userId) =>
      attempt(accountId, 'follow', ({ people }) => people.follow(userId)),
    unfollow: (accountId, userId) =>
      attempt(accountId, 'follow', ({ people }) => people.unfollow(userId)),
    acceptFollow: (accountId, userId) =>
      attempt(accountId, 'follow', ({ people }) => people.acceptFollow(userId)),
    rejectFollow: (accountId, userId) =>
      attempt(accountId, 'follow', ({ people }) => people.rejectFollow(userId)),
    mute: (accountId, userId, durationMs) =>
      attempt(accountId, 'mute', ({ people }) => people.mute(userId, durationMs)),
    unmute: (accountId, userId) =>
      attempt(accountId, 'mute', ({ people }) => people.unmute(userId)),
    setUserBell: (accountId, userId, rings) =>
      attempt(accountId, 'follow', ({ people }) => people.setBell(userId, rings)),
  };
}

/** @throws ApiError for a guest, and for an account that has no token at present. */
function answersOf({ source, stored }: Account): Answers {
  if (source === null || stored.addedBy === 'guest') throw new ApiError('answers', 'token-invalid');
  return source.answers;
}
