import type { Messages } from '../../engine/messages/index.ts';
import type { SignInState } from '../../engine/misskey/sign-in/sign-in.ts';
import type { SignInView } from '../contract.ts';
import { wordSignInError } from './error-words.ts';

/** How signing in ended, or what it is proposed to begin with: shown until the next one begins. */
export type SignInEnd = Extract<SignInView, { phase: 'idle' | 'done' | 'signed-out' }>;

/** Signing in as the window shows it. */
export function signInView(
  state: SignInState,
  end: SignInEnd | null,
  words: Messages['error'],
): SignInView {
  switch (state.phase) {
    case 'idle':
      return end ?? { phase: 'idle' };
    case 'checking':
      return { phase: 'checking', server: state.typed };
    case 'waiting': {
      const { server, url, expiresAt } = state;
      return { phase: 'waiting', host: server.host, url, expiresAt };
    }
    case 'failed':
      return {
        phase: 'failed',
        server: state.typed,
        error: wordSignInError(state.error, state.server?.host ?? state.typed, words),
      };
  }
}
