import type { TokenStore } from '../../engine/misskey/accounts.ts';
import type { Redactor } from './redact.ts';

/** The same store; every token that passes it is taken out of logs and reports from then on. */
export function hidingTokens(store: TokenStore, redactor: Redactor): TokenStore {
  return {
    async load(accountId) {
      const token = await store.load(accountId);
      if (token !== null) redactor.hide(token);
      return token;
    },
    save(accountId, token) {
      redactor.hide(token);
      return store.save(accountId, token);
    },
    forget: (accountId) => store.forget(accountId),
  };
}
