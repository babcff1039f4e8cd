import type { Messages } from '../../engine/messages/index.ts';
import { AnswerRefused, type Refusal } from '../../engine/misskey/answers/refused.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import { wordApiError } from './error-words.ts';

/** What an account was about to do, by the permission that it takes. */
export type Doing = 'post' | 'react' | 'vote' | 'follow' | 'mute';

/** A sentence of the catalogue for each of Misskey's codes that can be told in plain words. */
type Sentence = Exclude<
  {
    [Key in keyof Messages['answer']]: Messages['answer'][Key] extends string ? Key : never;
  }[keyof Messages['answer']],
  undefined
>;

const sentences: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['ROLE_PERMISSION_DENIED', 'roleForbids'],
  ['YOUR_ACCOUNT_MOVED', 'moved'],
  ['YOU_HAVE_BEEN_BLOCKED', 'blocked'],
  ['BLOCKED', 'blocked'],
  ['BLOCKING', 'blocking'],
  ['FOLLOWEE_IS_YOURSELF', 'yourself'],
  ['MUTEE_IS_YOURSELF', 'yourself'],
  ['NO_FOLLOW_REQUEST', 'noFollowRequest'],
  ['NOT_FOLLOWING', 'notFollowing'],
  ['CANNOT_REACT_TO_RENOTE', 'renoteItself'],
  ['CANNOT_REPLY_TO_A_PURE_RENOTE', 'renoteItself'],
  ['CANNOT_RENOTE_TO_A_PURE_RENOTE', 'renoteItself'],
  ['CANNOT_RENOTE_DUE_TO_VISIBILITY', 'notRenotable'],
  ['CANNOT_RENOTE_OUTSIDE_OF_CHANNEL', 'staysInChannel'],
  ['CANNOT_REPLY_TO_SPECIFIED_VISIBILITY_NOTE_WITH_EXTENDED_VISIBILITY', 'staysDirect'],
  ['NO_SUCH_CHANNEL', 'channelGone'],
  ['ACCESS_DENIED', 'notYours'],
  ['ALREADY_EXPIRED', 'pollEnded'],
  ['ALREADY_VOTED', 'alreadyVoted'],
  ['NO_POLL', 'pollGone'],
  ['INVALID_CHOICE', 'pollGone'],
  ['CONTAINS_PROHIBITED_WORDS', 'prohibitedWords'],
  ['CONTAINS_TOO_MANY_MENTIONS', 'tooManyMentions'],
  ['MAX_LENGTH', 'tooLong'],
  ['CONTENT_REQUIRED', 'empty'],
]);

/** Codes that say that the note which is answered is not there for the account. */
const noteIsGone: ReadonlySet<string> = new Set([
  'NO_SUCH_NOTE',
  'NO_SUCH_RENOTE_TARGET',
  'NO_SUCH_REPLY_TARGET',
  'CANNOT_REPLY_TO_AN_INVISIBLE_NOTE',
]);

/**
 * Why an answer failed, and what to do.
 * @param host the account's server
 * @throws whatever is no failed answer: that would be a defect.
 */
export function wordAnswerError(
  error: unknown,
  doing: Doing,
  host: string,
  messages: Messages,
): string {
  const { answer: words, error: general } = messages;
  if (error instanceof AnswerRefused) return wordRefusal(error.refusal, words);
  if (!(error instanceof ApiError)) throw error;
  const { code, kind } = error;
  if (code === 'PERMISSION_DENIED') return words.mayNot[doing];
  if (code === 'NO_SUCH_USER') return general.userGone;
  if (code !== null && noteIsGone.has(code)) return general.noteGone;
  const sentence = code === null ? undefined : sentences.get(code);
  if (sentence !== undefined) return words[sentence];
  if (kind === 'unreachable' && error.problem === null) return words.offline(host);
  if (kind === 'token-invalid') return words.signedOut;
  return wordApiError(error, host, general);
}

function wordRefusal(refusal: Refusal, words: Messages['answer']): string {
  switch (refusal.reason) {
    case 'empty':
      return words.empty;
    case 'too-long':
      return words.longerThan(refusal.longest);
    case 'warning-too-long':
      return words.warningLongerThan(refusal.longest);
    case 'no-recipients':
      return words.noRecipients;
    case 'unknown-recipient':
      return words.unknownRecipient(refusal.handle);
    case 'not-renotable':
      return words.notRenotable;
    case 'foreign-emoji':
      return words.foreignEmoji;
  }
}
