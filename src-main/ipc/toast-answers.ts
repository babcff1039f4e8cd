import type { Messages } from '../engine/messages/index.ts';
import type { Row } from '../engine/notices/groups.ts';
import { actionsOf, type Followed, type NoticeAnswer } from '../engine/notices/notice-actions.ts';
import type { AccountId, NoticeAction } from './contract.ts';

/** What a toast offers to do about its notice. */
export interface ToastOffer {
  readonly accountId: AccountId;
  readonly noticeId: string;
  /** The note that `reply` and `react` are about. */
  readonly noteId: string | null;
  readonly actions: readonly NoticeAction[];
  /** What the toast is about, in the desktop's words; null where it has none. */
  readonly category: 'im.received' | 'presence' | null;
}

/** What the reader did on a toast: pressed a button, or typed an answer. */
export type ToastDeed =
  | { readonly kind: 'pressed'; readonly actionId: string }
  | { readonly kind: 'typed'; readonly text: string };

/** What is to be done about the notice. */
export type ToastAnswer =
  | { readonly kind: 'answer'; readonly action: NoticeAnswer }
  | { readonly kind: 'react' }
  | { readonly kind: 'reply'; readonly text: string }
  /** The desktop cannot take words: the composer does. */
  | { readonly kind: 'compose' };

/** A button of a toast; for `reply` with the words for where it can be typed on the toast itself. */
export interface ToastButton {
  readonly id: NoticeAction;
  readonly label: string;
  readonly typed?: { readonly placeholder: string; readonly submit: string };
}

/** What `react` reacts with where no emoji is pinned. */
const defaultReaction = '👍';

type ToastWords = Messages['toast'];

const categories: Readonly<Record<string, ToastOffer['category']>> = {
  reply: 'im.received',
  mention: 'im.received',
  quote: 'im.received',
  note: 'im.received',
  newChatMessage: 'im.received',
  follow: 'presence',
  receiveFollowRequest: 'presence',
  followRequestAccepted: 'presence',
};

/** What the toast of these notices offers. One for several happenings offers nothing: which would it be about? */
export function toastOffer(row: Row, follows: Followed): ToastOffer {
  const [{ notice }] = row;
  return {
    accountId: notice.accountId,
    noticeId: notice.id,
    noteId: notice.note?.id ?? null,
    actions: row.length > 1 ? [] : actionsOf(row[0], follows),
    category: Object.hasOwn(categories, notice.type) ? (categories[notice.type] ?? null) : null,
  };
}

/** What `react` on a toast reacts with: the first emoji that is pinned. */
export function toastReaction(pinned: readonly string[]): string {
  return pinned[0] ?? defaultReaction;
}

/** @param reaction what `react` reacts with. */
export function toastButtons(
  { actions }: ToastOffer,
  words: ToastWords,
  reaction: string,
): ToastButton[] {
  return actions.map((id) => {
    if (id === 'react') return { id, label: words.react(reaction) };
    if (id !== 'reply') return { id, label: words[id] };
    const typed = { placeholder: words.replyPlaceholder, submit: words.send };
    return { id, label: words.reply, typed };
  });
}

/** What a deed means; null when the toast offers no such thing. */
export function toastAnswer(offer: ToastOffer, deed: ToastDeed): ToastAnswer | null {
  const { actions } = offer;
  const action = deed.kind === 'typed' ? 'reply' : actions.find((one) => one === deed.actionId);
  if (action === undefined || !actions.includes(action)) return null;
  if (action !== 'reply' && action !== 'react') return { kind: 'answer', action };
  if (action === 'react') return { kind: 'react' };
  const text = deed.kind === 'typed' ? deed.text.trim() : '';
  return text === '' ? { kind: 'compose' } : { kind: 'reply', text };
}

/** The notice's action that an answer carries out. */
export function actionOf(answer: ToastAnswer): NoticeAction {
  if (answer.kind === 'answer') return answer.action;
  return answer.kind === 'react' ? 'react' : 'reply';
}

/**
 * The words of the toast that tells that an answer was refused. What was typed is in them, or it would
 * be lost with the toast it was typed on.
 *
 * @param error a sentence in the current language: what happened and what to do.
 */
export function refusalWords(
  answer: ToastAnswer,
  error: string,
  words: ToastWords,
): { readonly title: string; readonly body: string } {
  const typed = answer.kind === 'reply' ? `\n${words.yourWords(answer.text)}` : '';
  return { title: words.refused[actionOf(answer)], body: `${error}${typed}` };
}
