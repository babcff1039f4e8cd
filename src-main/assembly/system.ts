import { join } from 'node:path';
import { sessionBusAddress } from '../desktop/bus/bus-address.ts';
import { dialBus } from '../desktop/bus/bus-link.ts';
import { createSessionBus, type SessionBus } from '../desktop/bus/session-bus.ts';
import { hidingTokens } from '../desktop/diagnostics/hidden-tokens.ts';
import { keyFile } from '../desktop/key-file.ts';
import { chromiumProxies } from '../desktop/network/chromium-proxies.ts';
import { createNetwork, type Network } from '../desktop/network/network.ts';
import { SavingMode } from '../desktop/network/saving-mode.ts';
import { systemCertificates } from '../desktop/network/system-certificates.ts';
import { safeStorageCipher } from '../desktop/safe-storage-cipher.ts';
import { openSecretService } from '../desktop/secret-service.ts';
import { type Cipher, Secrets } from '../desktop/secrets.ts';
import { secretsFile } from '../desktop/secrets-file.ts';
import { createSurroundings } from '../desktop/surroundings/create-surroundings.ts';
import type { OwnDesktopWatch } from '../desktop/surroundings/desktop-watch.ts';
import { type Fetch, fetchAs } from '../engine/fetch.ts';
import { CutOff } from '../engine/streaming/cut-off.ts';
import type { TokenStore } from '../engine/token-store.ts';
import type { Later, Parts } from './parts.ts';

/** What the computer gives: its buses, what it tells of itself, a place for tokens, and the network. */
export interface SystemParts {
  /** The session bus; on a system without one it stays down. */
  readonly bus: SessionBus;
  readonly surroundings: OwnDesktopWatch;
  readonly cipher: Cipher;
  readonly secrets: Secrets;
  /** `secrets`; what goes through here is hidden in logs and reports. */
  readonly tokens: TokenStore;
  readonly network: Network;
  readonly saving: SavingMode;
  /** The sources that failed for want of a network. */
  readonly cutOff: CutOff;
  /** For API calls, by the network's ways and with Suzu's name. */
  readonly fetch: Fetch;
}

/** Reaches out to the desktop, the keyring and the network. */
export function buildSystem(
  { foundation, notices }: Pick<Parts, 'foundation' | 'notices'>,
  later: Later<'accounts' | 'feeds' | 'window' | 'commands'>,
): SystemParts {
  const { clock, host, log, redactor, settings, userAgent } = foundation;
  const { bell } = notices;
  const feed = () => later.window().feed;

  const bus = createSessionBus({
    dial: dialBus,
    address: process.platform === 'linux' ? sessionBusAddress(process.env) : null,
    clock,
    log,
  });
  const surroundings = createSurroundings({ sessionBus: bus, clock, log });
  surroundings.onChange(() => bell.surroundingsChanged());
  // On Linux the keyring is reached over the session bus.
  const cipher = safeStorageCipher(
    process.platform,
    () => openSecretService(bus, clock, log),
    keyFile(join(host.profileDir, 'secrets.key')),
  );
  const secrets = new Secrets({
    cipher,
    file: secretsFile(join(host.profileDir, 'secrets.json'), clock.now, log),
    log,
    onChange: () => feed().secretsChanged(),
  });
  const tokens = hidingTokens(secrets, redactor);
  const network = createNetwork({
    clock,
    log,
    settings: () => settings().network,
    chromium: chromiumProxies,
    secrets: tokens,
    hide: redactor.hide,
    systemCertificates: () => systemCertificates(process.platform),
    onProxyCleaned: (proxy) =>
      void later.commands().changeSettings({ network: { ...settings().network, proxy } }),
    onWay: () => {
      later.accounts().accounts.reconnect();
      later.feeds().feeds.reconnect();
    },
    onState: () => feed().networkChanged(),
  });
  const saving = new SavingMode({
    settings: () => settings().saving,
    desktop: () => surroundings.state,
    onChange: () => {
      later.accounts().accounts.notes.setSparing(saving.reason !== null);
      feed().networkChanged();
    },
  });
  surroundings.onChange(() => saving.look());
  return {
    bus,
    surroundings,
    cipher,
    secrets,
    tokens,
    network,
    saving,
    cutOff: new CutOff(),
    fetch: fetchAs(userAgent, network.fetch),
  };
}
