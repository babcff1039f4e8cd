import type { CertificateFile } from '../../desktop/network/certificates.ts';
import type { Network } from '../../desktop/network/network.ts';
import { parseProxyServer, proxyName, writtenProxy } from '../../desktop/network/proxy-route.ts';
import { parseScriptAddress } from '../../desktop/network/proxy-script.ts';
import type { SavingMode } from '../../desktop/network/saving-mode.ts';
import type { Messages } from '../../engine/messages/index.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import { isLoopback } from '../../engine/misskey/api/server-name.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { NetworkCalls, ProxyCredentials, ProxySettings, Settings } from '../contract.ts';
import { wordApiError } from '../views/error-words.ts';
import type { Commands } from './commands.ts';
import { reachMisskey, reachServer } from './reach-server.ts';
import { done, fail } from './server-calls.ts';

export interface NetworkCommandsOptions {
  readonly network: Network;
  readonly saving: SavingMode;
  readonly clock: Clock;
  readonly messages: () => Messages;
  readonly settings: () => Settings;
  /** See `WindowCommandsOptions`. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  /** The servers of all accounts, as they stand. */
  readonly origins: () => readonly string[];
  /** The servers of all feeds, as they stand. */
  readonly feedOrigins: () => readonly string[];
  /** Null = the user changed their mind. */
  readonly chooseCertificateFile: () => Promise<string | null>;
  readonly readCertificates: (path: string) => Promise<CertificateFile>;
}

interface ReadProxy {
  readonly proxy: ProxySettings;
  readonly credentials: ProxyCredentials | null;
}

/** What the window asks of the network. */
export function createNetworkCommands(options: NetworkCommandsOptions): Commands<NetworkCalls> {
  const { network, saving, clock, messages, settings } = options;

  const change = (changes: Partial<Settings['network']>) =>
    options.changeSettings({ network: { ...settings().network, ...changes } })
      ? done
      : fail(messages().error.settingsNotKept);

  return {
    async checkProxy(typed, given) {
      const words = messages();
      const read = readProxy(typed, given);
      if (read === null) return fail(wordBadProxy(typed, words));
      const misskey = options.origins().find(isElsewhere);
      const origin = misskey ?? options.feedOrigins().find(isElsewhere);
      if (origin === undefined) return { ok: true, data: words.network.nothingToTry };
      const { host } = new URL(origin);
      const fetch = network.tryOut(read.proxy, read.credentials);
      const reach = misskey === undefined ? reachServer : reachMisskey;
      try {
        await reach(origin, { fetch, clock });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return fail(wordApiError(error, host, messages().error));
      }
      return { ok: true, data: messages().network.works(host) };
    },

    async useProxy(typed, given) {
      const read = readProxy(typed, given);
      if (read === null) return fail(wordBadProxy(typed, messages()));
      const { proxy, credentials } = read;
      const server = proxy.mode === 'manual' ? parseProxyServer(proxy.server)?.server : undefined;
      // First, so that the first connection over it has them.
      if (server !== undefined && credentials !== null) {
        void network.setPassword(proxyName(server), credentials);
      }
      return change({ proxy });
    },

    async setProxyPassword(credentials) {
      const { proxy } = network.state;
      if (proxy === null) return fail(messages().network.noProxy);
      await network.setPassword(proxy, credentials);
      return done;
    },

    async addCertificate() {
      const path = await options.chooseCertificateFile();
      if (path === null) return done;
      const file = await options.readCertificates(path);
      if (file.kind === 'problem') {
        return fail(messages().network.certificate.problem[file.problem]);
      }
      const { certificates } = settings().network;
      return certificates.includes(path) ? done : change({ certificates: [...certificates, path] });
    },

    removeCertificate(path) {
      const { certificates } = settings().network;
      return change({ certificates: certificates.filter((other) => other !== path) });
    },

    loadPictures: () => saving.lift(),
  };
}

/** Beyond this computer, where a proxy has a say. */
function isElsewhere(origin: string): boolean {
  return !isLoopback(new URL(origin).hostname);
}

/** What was typed, as it is kept: a name and a password never stay in an address. Null for what is none. */
function readProxy(proxy: ProxySettings, credentials: ProxyCredentials | null): ReadProxy | null {
  switch (proxy.mode) {
    case 'system':
    case 'direct':
      return { proxy, credentials: null };
    case 'pac': {
      const url = parseScriptAddress(proxy.url);
      return url && { proxy: { mode: 'pac', url: url.href }, credentials: null };
    }
    case 'manual': {
      const parsed = parseProxyServer(proxy.server);
      if (parsed === null) return null;
      const server = writtenProxy(parsed.server);
      return {
        proxy: { mode: 'manual', server, bypass: proxy.bypass },
        credentials: credentials ?? parsed.credentials,
      };
    }
  }
}

function wordBadProxy({ mode }: ProxySettings, { network }: Messages): string {
  return mode === 'pac' ? network.badScript : network.badProxy;
}
