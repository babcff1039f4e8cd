import { expect, test } from 'vitest';
import { proxyConfig } from '../../../../src-main/desktop/updates/proxy-config.ts';
import type { ProxySettings } from '../../../../src-main/engine/settings/settings.ts';

test.each<[ProxySettings, ReturnType<typeof proxyConfig>]>([
  [{ mode: 'system' }, { mode: 'system' }],
  [{ mode: 'direct' }, { mode: 'direct' }],
  [
    { mode: 'manual', server: 'socks5://proxy.example:1080', bypass: 'localhost,*.example' },
    {
      mode: 'fixed_servers',
      proxyRules: 'socks5://proxy.example:1080',
      proxyBypassRules: 'localhost,*.example',
    },
  ],
  [
    { mode: 'pac', url: 'https://proxy.example/proxy.pac' },
    { mode: 'pac_script', pacScript: 'https://proxy.example/proxy.pac' },
  ],
])('%j', (proxy, config) => {
  expect(proxyConfig(proxy)).toEqual(config);
});
