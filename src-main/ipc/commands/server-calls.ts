import type * as v from 'valibot';
import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import { ApiError, type EndpointName } from '../../engine/misskey/api/api.ts';
import type { AccountId, CallAnswer, CallFailure, CallResult } from '../contract.ts';
import { wordApiError } from '../views/error-words.ts';

export const done: CallResult = { ok: true };

export function fail(error: string): CallFailure {
  return { ok: false, error };
}

/** Calls to the servers of accounts on behalf of the user, whose failures become words. */
export class ServerCalls {
  readonly #accounts: Accounts;
  readonly #messages: () => Messages;

  constructor(accounts: Accounts, messages: () => Messages) {
    this.#accounts = accounts;
    this.#messages = messages;
  }

  /** @throws ApiError, also for an account that has no token at present. */
  call<Schema extends v.GenericSchema>(
    { source }: Account,
    endpoint: EndpointName,
    parameters: Readonly<Record<string, unknown>>,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>> {
    if (source === null) return Promise.reject(new ApiError(endpoint, 'token-invalid'));
    return source.api.call(endpoint, parameters, schema);
  }

  /** Does something for an account; a call that fails becomes the failure's words. */
  async attempt(
    accountId: AccountId,
    act: (account: Account) => Promise<unknown>,
  ): Promise<CallResult> {
    const answer = await this.ask(accountId, act);
    return answer.ok ? done : answer;
  }

  /** As `attempt`, with what came of it. `word` tells why it failed. */
  async ask<Data>(
    accountId: AccountId,
    act: (account: Account) => Promise<Data>,
    word = (error: unknown, account: Account) => this.word(error, account),
  ): Promise<CallAnswer<Data>> {
    const account = this.#accounts.get(accountId);
    if (account === undefined) return fail(this.#messages().error.accountGone);
    try {
      return { ok: true, data: await act(account) };
    } catch (error) {
      return fail(word(error, account));
    }
  }

  /** @throws whatever is no failed call to the server: that would be a defect. */
  word(error: unknown, { stored }: Account): string {
    const { error: words } = this.#messages();
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'NO_SUCH_NOTE') return words.noteGone;
    if (error.code === 'NO_SUCH_USER') return words.userGone;
    if (error.code !== null && notForGuests.has(error.code)) return words.notForGuests;
    return wordApiError(error, new URL(stored.origin).host, words);
  }
}

/** What a server, or an author, keeps from those who are not signed in (PROTOCOL §5). */
const notForGuests: ReadonlySet<string> = new Set([
  'CONTENT_RESTRICTED_BY_SERVER',
  'CONTENT_RESTRICTED_BY_USER',
]);
