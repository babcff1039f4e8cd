import { expect, test } from 'vitest';
import { proxyConfig } from '../../../../src-main/desktop/updates/proxy-config.ts';
import type { ProxySettings } from '../../../../src-main/engine/settings/settings.ts';

const rules = (server: string) => proxyConfig({ mode: 'manual', server, bypass: '' })?.proxyRules;

test('a proxy is written so that Chromium does not overlook it and go straight to the server', () => {
  expect(rules('user:word@proxy.example:8080')).toBe('http://proxy.example:8080');
  expect(rules(' http://proxy.example:8080/ ')).toBe('http://proxy.example:8080');
  expect(rules('https://')).toBeUndefined();
});

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
