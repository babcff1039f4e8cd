import type { Messages } from '../engine/messages/index.ts';
import { foldGroups } from '../engine/notices/groups.ts';
import type { History } from '../engine/notices/history.ts';
import { followedPeople } from '../engine/notices/notice-actions.ts';
import { withLabel } from '../engine/notices/wording.ts';
import type { Commands } from './commands/commands.ts';
import type { NoticeAnswers } from './commands/notice-answers.ts';
import { done } from './commands/server-calls.ts';
import type { AccountId, CallResult } from './contract.ts';
import {
  refusalWords,
  type ToastAnswer,
  type ToastButton,
  type ToastDeed,
  type ToastOffer,
  toastAnswer,
  toastButtons,
  toastOffer,
} from './toast-answers.ts';

/** A toast that tells of an answer's refusal. */
export interface PlainToast {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface ToastAnswererOptions {
  readonly history: History;
  readonly messages: () => Messages;
  /** What an account reacts with where there is no choosing. */
  readonly reaction: (accountId: AccountId) => string;
  readonly answers: NoticeAnswers;
  readonly commands: Pick<Commands, 'openNotice' | 'compose'>;
  /** How to name an account on its toasts; null while there is only one. */
  readonly accountLabel: (accountId: AccountId) => string | null;
  readonly showWindow: () => void;
  readonly show: (toast: PlainToast) => void;
}

/** What a toast carries besides the words of its notice. */
export interface ToastExtras {
  readonly actions: readonly ToastButton[];
  readonly category?: 'im.received' | 'presence';
}

interface Refused {
  readonly offer: ToastOffer;
  readonly answer: ToastAnswer;
}

/** Offers answers on toasts, and carries out those that are given. */
export class ToastAnswerer {
  readonly #options: ToastAnswererOptions;
  /** What was refused, by the id of the toast that tells it. */
  readonly #refused = new Map<string, Refused>();

  constructor(options: ToastAnswererOptions) {
    this.#options = options;
  }

  /** @param toastId the notice's, or that of the one its group began with. */
  extras(toastId: string): ToastExtras {
    const offer = this.#offer(toastId);
    if (offer === null) return { actions: [] };
    const { messages, reaction } = this.#options;
    const actions = toastButtons(offer, messages().toast, reaction(offer.accountId));
    return { actions, ...(offer.category === null ? {} : { category: offer.category }) };
  }

  /** Does what the reader asked for on the toast of a notice; a refusal is told on a toast of its own. */
  async answer(toastId: string, deed: ToastDeed): Promise<void> {
    const offer = this.#offer(toastId);
    const answer = offer && toastAnswer(offer, deed);
    if (offer === null || answer === null) return;
    const result = await this.#carryOut(offer, answer);
    if (result.ok) return;
    const { messages, accountLabel, show } = this.#options;
    const words = refusalWords(answer, result.error, messages().toast);
    const label = accountLabel(offer.accountId);
    const id = `refused/${toastId}`;
    this.#refused.set(id, { offer, answer });
    show({ id, ...(label === null ? words : withLabel(words, label)) });
  }

  /**
   * What became of a toast that tells of a refusal. A click leads to where the answer can be given
   * again. Returns whether it was one.
   */
  onResult({ id, result }: { readonly id: string; readonly result: string }): boolean {
    const refused = this.#refused.get(id);
    if (refused === undefined) return false;
    if (result !== 'shown') this.#refused.delete(id);
    if (result === 'clicked') this.#leadTo(refused);
    return true;
  }

  #leadTo({ offer, answer }: Refused): void {
    if (answer.kind === 'reply') this.#compose(offer);
    else void this.#options.commands.openNotice(offer.noticeId);
  }

  #compose({ accountId, noteId }: ToastOffer): void {
    if (noteId === null) return;
    void this.#options.commands.compose(accountId, { kind: 'reply', noteId });
    this.#options.showWindow();
  }

  async #carryOut(offer: ToastOffer, answer: ToastAnswer): Promise<CallResult> {
    const { answers, reaction } = this.#options;
    const { accountId, noticeId } = offer;
    switch (answer.kind) {
      case 'answer':
        return answers.answer(noticeId, answer.action);
      case 'react':
        return answers.react(noticeId, reaction(accountId));
      case 'reply':
        return answers.reply(noticeId, answer.text);
      case 'compose':
        this.#compose(offer);
        return done;
    }
  }

  /** What stands under this id in the history by now; null for a digest, and for what is gone. */
  #offer(toastId: string): ToastOffer | null {
    const { history } = this.#options;
    const [row] = foldGroups(history.group(toastId));
    if (row === undefined) return null;
    return toastOffer(row, (notice) => followedPeople(history.of(notice.accountId))(notice));
  }
}
