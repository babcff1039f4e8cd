import { parseKeptSecrets } from '../../engine/feeds/feed-secrets.ts';
import type { TokenStore } from '../../engine/token-store.ts';
import type { Redactor } from './redact.ts';

/** The same store; every token that passes it is taken out of logs and reports from then on. */
export function hidingTokens(store: TokenStore, redactor: Redactor): TokenStore {
  const hide = (token: string) => {
    for (const secret of secretsIn(token)) redactor.hide(secret);
  };
  return {
    async load(accountId) {
      const token = await store.load(accountId);
      if (token !== null) hide(token);
      return token;
    },
    save(accountId, token) {
      hide(token);
      return store.save(accountId, token);
    },
    forget: (accountId) => store.forget(accountId),
  };
}

/** What is stored for a feed holds several secrets; what is stored for an account is one. */
function secretsIn(token: string): readonly string[] {
  const ofFeed = parseKeptSecrets(token);
  if (ofFeed === null) return [token];
  const { headers, username, password } = ofFeed;
  const values = Object.values(headers);
  return [
    ...values,
    // `Bearer …`, `name=…; name=…`: each part may turn up by itself.
    ...values.flatMap((value) => value.split(/[\s;,=]+/)),
    ...(password === null
      ? []
      : [password, Buffer.from(`${username ?? ''}:${password}`).toString('base64')]),
  ];
}
