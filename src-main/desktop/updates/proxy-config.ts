import type { ProxyConfig } from 'electron';
import type { ProxySettings } from '../../engine/settings/settings.ts';

/**
 * The user's proxy as a session of Chromium takes it: https://www.electronjs.org/docs/latest/api/session.
 * A name and a password for it are not handed on, nor certificates of the user's own: behind such a proxy
 * there are no updates.
 */
export function proxyConfig(proxy: ProxySettings): ProxyConfig {
  switch (proxy.mode) {
    case 'manual':
      return {
        mode: 'fixed_servers',
        proxyRules: proxy.server,
        proxyBypassRules: proxy.bypass,
      };
    case 'pac':
      return { mode: 'pac_script', pacScript: proxy.url };
    default:
      return { mode: proxy.mode };
  }
}
