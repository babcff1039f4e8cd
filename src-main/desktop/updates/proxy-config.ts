import type { ProxyConfig } from 'electron';
import type { ProxySettings } from '../../engine/settings/settings.ts';
import { parseProxyServer, writtenProxy } from '../network/proxy-route.ts';

/**
 * The user's proxy as a session of Chromium takes it: https://www.electronjs.org/docs/latest/api/session.
 * A name and a password for it are not handed on, nor certificates of the user's own: behind such a proxy
 * there are no updates. Null when the settings name no proxy that can be understood: Chromium would go
 * around such a one.
 */
export function proxyConfig(proxy: ProxySettings): ProxyConfig | null {
  switch (proxy.mode) {
    case 'manual': {
      const parsed = parseProxyServer(proxy.server);
      if (parsed === null) return null;
      return {
        mode: 'fixed_servers',
        proxyRules: writtenProxy(parsed.server),
        proxyBypassRules: proxy.bypass,
      };
    }
    case 'pac':
      return { mode: 'pac_script', pacScript: proxy.url };
    default:
      return { mode: proxy.mode };
  }
}
