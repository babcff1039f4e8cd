import * as v from 'valibot';
import { withoutPlainSecrets } from '../engine/feeds/plain-secrets.ts';
import type { PortableFeed } from '../engine/feeds/stored-feed.ts';
import { isSettingsChange, settingsSchema } from '../engine/settings/schema.ts';
import type { Settings } from '../engine/settings/settings.ts';
import { isContent, migrated, profileVersion } from './settings-migrations.ts';
import {
  type AccountTaste,
  type Profile,
  parseAccountTastes,
  parsePortableFeeds,
  versionOf,
} from './settings-schema.ts';

/** What one Suzu hands to another: settings, how the accounts are looked at, and feeds. Never a token. */
export interface ExchangedSettings {
  /** Those that the file names. */
  readonly settings: Partial<Settings>;
  readonly accounts: readonly AccountTaste[];
  readonly feeds: readonly PortableFeed[];
}

export type ReadExchange =
  | { readonly kind: 'read'; readonly exchanged: ExchangedSettings }
  /** It is no JSON, or not of Suzu. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'newer' }
  /** A value cannot be used; `field` is its path, like `settings.privacy.level`. */
  | { readonly kind: 'wrong-field'; readonly field: string };

const mark = 'settings';

/** What is asked of each user on each computer anew. */
const ownToComputer: readonly string[] = ['startAtLogin'] satisfies readonly (keyof Settings)[];

/** The settings as a file for another computer. */
export function exportedSettings({ settings, accounts, feeds }: Profile): string {
  const { startAtLogin: _, ...portable } = settings;
  const content = {
    suzu: mark,
    version: profileVersion,
    settings: { ...portable, network: withoutPasswords(settings.network) },
    accounts: accounts.map(({ id, color, timelines, timeline, emojis, presence }) => ({
      ...{ id, color, timelines, timeline, emojis, presence },
    })),
    feeds: feeds.map(({ id, name, color, on, connection, has, preset, rule }) => ({
      ...{ id, name, color, on, has, preset, rule },
      connection: withoutPlainSecrets(connection),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Reads such a file. All of it is good, or nothing of it is taken. */
export function readExchange(text: string): ReadExchange {
  const read = parsed(text);
  if (!isContent(read) || read['suzu'] !== mark) return { kind: 'not-ours' };
  const version = versionOf(read);
  if (version === null || version < 1) return { kind: 'not-ours' };
  if (version > profileVersion) return { kind: 'newer' };
  const { settings = {}, accounts = [], feeds = [] } = migrated(read, version);
  if (!isContent(settings)) return { kind: 'wrong-field', field: 'settings' };

  const known: Record<string, unknown> = {};
  const schemas: Readonly<Record<string, v.GenericSchema>> = settingsSchema.entries;
  for (const [name, value] of Object.entries(settings)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined || ownToComputer.includes(name)) continue;
    const checked = v.safeParse(schema, value);
    if (!checked.success) {
      const path = v.getDotPath(checked.issues[0]);
      const field = ['settings', name, path].filter((part) => part !== null).join('.');
      return { kind: 'wrong-field', field };
    }
    known[name] = checked.output;
  }
  const tastes = parseAccountTastes(accounts);
  if (tastes === null) return { kind: 'wrong-field', field: 'accounts' };
  const portable = parsePortableFeeds(feeds);
  if ('wrong' in portable) {
    return { kind: 'wrong-field', field: ['feeds', portable.wrong].filter(Boolean).join('.') };
  }
  if (!isSettingsChange(known)) return { kind: 'wrong-field', field: 'settings' };
  return { kind: 'read', exchanged: { settings: known, accounts: tastes, feeds: portable.feeds } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The addresses of proxies may hold a name and a password. */
function withoutPasswords(network: Settings['network']): Settings['network'] {
  const { proxy } = network;
  const bare = (address: string) => address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*@/i, '$1');
  if (proxy.mode === 'manual') {
    return { ...network, proxy: { ...proxy, server: bare(proxy.server) } };
  }
  return proxy.mode === 'pac' ? { ...network, proxy: { ...proxy, url: bare(proxy.url) } } : network;
}
