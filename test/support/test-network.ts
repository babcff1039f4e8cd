import {
  createNetwork,
  type Network,
  type NetworkOptions,
} from '../../src-main/desktop/network/network.ts';
import { silentLog } from '../../src-main/engine/log.ts';
import { systemClock } from '../../src-main/engine/streaming/clock.ts';

/** The real network without a system around it: no proxies, no certificates, nothing kept, unless given. */
export function testNetwork(given: Partial<NetworkOptions> = {}): Network {
  return createNetwork({
    clock: systemClock,
    log: silentLog,
    settings: () => straight,
    chromium: () => ({ use: async () => {}, resolve: async () => 'DIRECT' }),
    secrets: { load: async () => null, save: async () => {}, forget: async () => {} },
    hide: () => {},
    systemCertificates: async () => [],
    onProxyCleaned: () => {},
    onWay: () => {},
    onState: () => {},
    ...given,
  });
}

const straight = { proxy: { mode: 'direct' }, certificates: [] } as const;
