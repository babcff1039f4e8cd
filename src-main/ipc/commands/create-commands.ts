import { withRecent } from '../../engine/misskey/notes/emoji-choices.ts';
import type { Bell } from '../../engine/notices/bell.ts';
import type { History } from '../../engine/notices/history.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { type AccountCommandsOptions, createAccountCommands } from './account-commands.ts';
import { createAnswerCommands } from './answer-commands.ts';
import type { Commands } from './commands.ts';
import { createEmojiCommands } from './emoji-commands.ts';
import { createNoteCommands } from './note-commands.ts';
import { createNoticeAnswers, type NoticeAnswers } from './notice-answers.ts';
import { createNoticeCommands } from './notice-commands.ts';
import { createOpenCommands, type OpenCommandsOptions, type OpenTarget } from './open-commands.ts';
import { ServerCalls } from './server-calls.ts';
import { createSoundCommands, type SoundCommandsOptions } from './sound-commands.ts';
import { createTimelineCommands } from './timeline-commands.ts';
import { createUpdateCommands, type UpdateCommandsOptions } from './update-commands.ts';
import { createWindowCommands, type WindowCommandsOptions } from './window-commands.ts';

/** The app's parts that commands are carried out by, and what the desktop does for them. */
export interface CommandParts
  extends AccountCommandsOptions,
    WindowCommandsOptions,
    SoundCommandsOptions,
    UpdateCommandsOptions,
    Omit<OpenCommandsOptions, 'server'> {
  readonly bell: Bell;
  readonly history: History;
  readonly clock: Clock;
}

export interface CreatedCommands {
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
  const { openTarget, ...openCommands } = createOpenCommands({ ...parts, server });
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
  const commands: Commands = {
    ...openCommands,
    ...answerCommands,
    ...createAccountCommands(parts),
    ...createNoticeCommands({ ...parts, openTarget, answers: noticeAnswers }),
    ...createNoteCommands(accounts),
    ...createEmojiCommands(accounts, server),
    ...createTimelineCommands({ accounts, server, messages }),
    ...createSoundCommands(parts),
    ...createWindowCommands(parts),
    ...createUpdateCommands(parts),
  };
  return { commands, openTarget, noticeAnswers };
}
