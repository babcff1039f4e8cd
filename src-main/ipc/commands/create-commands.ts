import { withRecent } from '../../engine/misskey/notes/emoji-choices.ts';
import type { Bell } from '../../engine/notices/bell.ts';
import type { History } from '../../engine/notices/history.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { DesktopCalls, DiagnosticsCalls, NetworkCalls } from '../contract.ts';
import { NoticeSearch } from '../found-notices.ts';
import { type AccountCommandsOptions, createAccountCommands } from './account-commands.ts';
import { createAnswerCommands } from './answer-commands.ts';
import type { Commands } from './commands.ts';
import { createEmojiCommands } from './emoji-commands.ts';
import { createFeedCommands, type FeedCommandsOptions } from './feed-commands.ts';
import { createHistoryCommands, type HistoryCommandsOptions } from './history-commands.ts';
import { createNoteCommands } from './note-commands.ts';
import { createNoticeAnswers, type NoticeAnswers } from './notice-answers.ts';
import { createNoticeCommands } from './notice-commands.ts';
import {
  createOpenCommands,
  type OpenCommandsOptions,
  type OpenInWindow,
  type OpenTarget,
} from './open-commands.ts';
import { ServerCalls } from './server-calls.ts';
import { createSoundCommands, type SoundCommandsOptions } from './sound-commands.ts';
import { createTimelineCommands } from './timeline-commands.ts';
import { createUpdateCommands, type UpdateCommandsOptions } from './update-commands.ts';
import { createWindowCommands, type WindowCommandsOptions } from './window-commands.ts';

/** The app's parts that commands are carried out by, and what the desktop does for them. */
export interface CommandParts
  extends AccountCommandsOptions,
    WindowCommandsOptions,
    FeedCommandsOptions,
    SoundCommandsOptions,
    UpdateCommandsOptions,
    Omit<HistoryCommandsOptions, 'search'>,
    Omit<OpenCommandsOptions, 'server'> {
  readonly bell: Bell;
  readonly history: History;
  readonly clock: Clock;
  readonly desktopCalls: Commands<DesktopCalls>;
  readonly diagnosticsCalls: Commands<DiagnosticsCalls>;
  readonly networkCalls: Commands<NetworkCalls>;
}

export interface CreatedCommands extends Pick<OpenInWindow, 'showNote' | 'showPerson'> {
  /** Everything that the window may ask for. */
  readonly commands: Commands;
  /** Opens what a notice or a toast is about. */
  readonly openTarget: OpenTarget;
  /** Answers to notices, as toasts give them too. */
  readonly noticeAnswers: NoticeAnswers;
}

/** Puts all commands together out of their groups. */
export function createCommands(parts: CommandParts): CreatedCommands {
  const { accounts, bell, history, images, messages } = parts;
  const server = new ServerCalls(accounts, messages);
  const { openTarget, showNote, showPerson, ...openCommands } = createOpenCommands({
    ...parts,
    server,
  });
  const { reply, ...answerCommands } = createAnswerCommands({
    server,
    images,
    messages,
    onReacted: (accountId, reaction) =>
      accounts.changeEmojis(accountId, (choices) => withRecent(choices, reaction)),
  });
  const noticeAnswers = createNoticeAnswers({
    history,
    bell,
    server,
    answers: { ...answerCommands, reply },
  });
  const search = new NoticeSearch(parts);
  const commands: Commands = {
    ...openCommands,
    ...parts.desktopCalls,
    ...answerCommands,
    ...createAccountCommands(parts),
    ...createNoticeCommands({ ...parts, search, openTarget, answers: noticeAnswers }),
    ...createHistoryCommands({ ...parts, search }),
    ...createNoteCommands(accounts),
    ...createEmojiCommands(accounts, server),
    ...createTimelineCommands({ accounts, server, messages }),
    ...createFeedCommands(parts),
    ...createSoundCommands(parts),
    ...createWindowCommands(parts),
    ...parts.diagnosticsCalls,
    ...parts.networkCalls,
    ...createUpdateCommands(parts),
  };
  return { commands, openTarget, showNote, showPerson, noticeAnswers };
}
