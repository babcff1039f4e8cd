import * as v from 'valibot';
import { parsedJson } from '../../engine/parsed-json.ts';
import type { TokenStore } from '../../engine/token-store.ts';
import type { ProxyCredentials } from './proxy-route.ts';

/** The names and passwords of proxies, kept where tokens are kept, each for its proxy (`host:port`) alone. */
export interface ProxyPasswords {
  load(proxy: string): Promise<ProxyCredentials | null>;
  save(proxy: string, credentials: ProxyCredentials): Promise<void>;
  forget(proxy: string): Promise<void>;
}

const credentialsSchema = v.object({ name: v.string(), password: v.string() });

/** @param hide takes a text out of logs and reports from then on. */
export function proxyPasswords(
  secrets: TokenStore,
  hide: (secret: string) => void,
): ProxyPasswords {
  const known = new Map<string, Promise<ProxyCredentials | null>>();
  const id = (proxy: string) => `proxy:${proxy}`;

  const hidden = (credentials: ProxyCredentials) => {
    const { name, password } = credentials;
    hide(password);
    hide(Buffer.from(`${name}:${password}`).toString('base64'));
    return credentials;
  };
  const read = async (proxy: string): Promise<ProxyCredentials | null> => {
    const text = await secrets.load(id(proxy));
    const credentials = text === null ? null : parsedJson(credentialsSchema, text);
    return credentials && hidden(credentials);
  };

  return {
    load(proxy) {
      const found = known.get(proxy);
      if (found !== undefined) return found;
      const reading = read(proxy);
      known.set(proxy, reading);
      // A keyring that stayed shut may be open the next time.
      const forget = () => void (known.get(proxy) === reading && known.delete(proxy));
      void reading.then((credentials) => credentials ?? forget(), forget);
      return reading;
    },
    async save(proxy, credentials) {
      known.set(proxy, Promise.resolve(hidden(credentials)));
      await secrets.save(id(proxy), JSON.stringify(credentials));
    },
    async forget(proxy) {
      known.set(proxy, Promise.resolve(null));
      await secrets.forget(id(proxy));
    },
  };
}
