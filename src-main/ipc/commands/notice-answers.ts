import * as v from 'valibot';
import { ApiError } from '../../engine/misskey/api/api.ts';
import type { Bell } from '../../engine/notices/bell.ts';
import type { History } from '../../engine/notices/history.ts';
import { asideOf } from '../../engine/notices/history-memory.ts';
import type { Notice } from '../../engine/notices/notice.ts';
import type { NoticeAction, NoticeAnswer } from '../../engine/notices/notice-actions.ts';
import type { CallResult } from '../contract.ts';
import type { AnswerCommands } from './answer-commands.ts';
import { done, type ServerCalls } from './server-calls.ts';

export interface NoticeAnswersOptions {
  readonly history: History;
  readonly bell: Bell;
  readonly server: ServerCalls;
  readonly answers: Pick<
    AnswerCommands,
    'follow' | 'acceptFollow' | 'rejectFollow' | 'reply' | 'react'
  >;
}

/** Answers given to a notice, in the window or on its toast. One that was answered is read. */
export interface NoticeAnswers {
  /** What needs no more words. A notice that is not kept any more is done with. */
  answer(noticeId: string, action: NoticeAnswer): Promise<CallResult>;
  /** Answers the notice's note; see `AnswerCommands.reply`. */
  reply(noticeId: string, text: string): Promise<CallResult>;
  /** @param reaction `👍` or `:name:` */
  react(noticeId: string, reaction: string): Promise<CallResult>;
}

export function createNoticeAnswers(options: NoticeAnswersOptions): NoticeAnswers {
  const { history, bell, answers } = options;

  async function carryOut(
    noticeId: string,
    action: NoticeAction,
    act: (notice: Notice) => CallResult | Promise<CallResult>,
  ): Promise<CallResult> {
    const notice = history.get(noticeId)?.notice;
    if (notice === undefined) return done;
    const result = await act(notice);
    if (result.ok) bell.markAnswered(noticeId, action);
    return result;
  }

  function aboutPerson(
    { accountId, person }: Notice,
    act: AnswerCommands['follow'],
  ): CallResult | Promise<CallResult> {
    return person === null ? done : act(accountId, person.userId);
  }

  return {
    answer: (noticeId, action) =>
      carryOut(noticeId, action, (notice) => {
        switch (action) {
          case 'follow-back':
            return aboutPerson(notice, answers.follow);
          case 'accept-follow':
            return aboutPerson(notice, answers.acceptFollow);
          case 'reject-follow':
            return aboutPerson(notice, answers.rejectFollow);
          case 'confirm':
            return confirm(notice, options.server);
        }
      }),
    reply: (noticeId, text) =>
      carryOut(noticeId, 'reply', ({ accountId, note }) =>
        note === null ? done : answers.reply(accountId, note.id, text),
      ),
    react: (noticeId, reaction) =>
      carryOut(noticeId, 'react', ({ accountId, note }) =>
        note === null ? done : answers.react(accountId, note.id, reaction),
      ),
  };
}

/**
 * Tells the server that an announcement was read. That takes a permission over the whole account
 * (PROTOCOL §5), which Suzu does not ask for: where it is missing, the announcement is read here alone.
 */
async function confirm({ accountId, sourceId }: Notice, server: ServerCalls): Promise<CallResult> {
  const kind = asideOf(sourceId);
  const announcementId = kind === null ? sourceId : sourceId.slice(kind.length + 1);
  return server.attempt(accountId, async (account) => {
    try {
      await server.call(account, 'i/read-announcement', { announcementId }, v.unknown());
    } catch (error) {
      const isNotAllowed = error instanceof ApiError && error.kind === 'permission-denied';
      if (!isNotAllowed) throw error;
    }
  });
}
