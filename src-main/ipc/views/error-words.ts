import type { Messages } from '../../engine/messages/index.ts';
import type { ApiError } from '../../engine/misskey/api/api.ts';
import type { SignInState } from '../../engine/misskey/sign-in/sign-in.ts';

/** An error of signing in, as a sentence. */
export function wordSignInError(
  error: Extract<SignInState, { phase: 'failed' }>['error'],
  host: string,
  words: Messages['error'],
): string {
  const sentence = words[error];
  return typeof sentence === 'string' ? sentence : sentence(host);
}

/** A failed call to the account's server, as a sentence. */
export function wordApiError(error: ApiError, host: string, words: Messages['error']): string {
  if (error.problem !== null) return words[error.problem];
  switch (error.kind) {
    case 'unreachable':
      return words.unreachable(host);
    case 'server-error':
    case 'not-misskey':
      return words.serverError(host);
    case 'rate-limited':
      return words.rateLimited(host);
    case 'suspended':
      return words.suspended;
    default:
      return words.actionFailed(host);
  }
}
