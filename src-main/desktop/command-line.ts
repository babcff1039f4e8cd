import { parseArgs } from 'node:util';
import { parseServerName, type Server } from '../engine/misskey/server-name.ts';

/** An account that the command line brings. */
export interface AccountOption {
  readonly server: Server;
  readonly tokenFile: string;
}

/** What is wrong with the command line; worded by the catalogue's `commandLine`. */
export type CommandLineError =
  | { readonly kind: 'unknown-option'; readonly option: string }
  | { readonly kind: 'missing-value'; readonly option: string }
  | { readonly kind: 'bad-account'; readonly value: string }
  | { readonly kind: 'account-without-token-file' }
  | { readonly kind: 'token-file-without-account' };

export interface CommandLine {
  /** Start in the tray without a window. */
  readonly hidden: boolean;
  /** Run on the embedded demo server. */
  readonly demo: boolean;
  readonly trace: boolean;
  /** A separate profile; null = the usual one. */
  readonly userDataDir: string | null;
  readonly accounts: readonly AccountOption[];
  readonly help: boolean;
  readonly version: boolean;
  readonly errors: readonly CommandLineError[];
}

const known = {
  hidden: { type: 'boolean' },
  demo: { type: 'boolean' },
  trace: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
  'user-data-dir': { type: 'string' },
  account: { type: 'string', multiple: true },
  'token-file': { type: 'string', multiple: true },
} as const;

/**
 * Options of Electron and Chromium that people and tools pass, and that are none of Suzu's business.
 * Anything else that begins with two dashes is a mistake worth telling.
 */
const foreign =
  /^(no-sandbox|disable-|enable-|ozone-|force-|password-store|remote-debugging-|inspect|js-flags|lang|proxy-|host-|log-|v$|vmodule|gtk-|original-process-start-time|allow-|in-process-gpu|use-gl|use-angle|headless|no-zygote|single-process|trace-warnings|wait-for)/;

/** Reads the options that were given to Suzu, without the program's own path. Never throws. */
export function parseCommandLine(options: readonly string[]): CommandLine {
  const { values, tokens } = parseArgs({
    args: [...options],
    options: known,
    strict: false,
    tokens: true,
  });
  const errors: CommandLineError[] = [];
  const text = (name: keyof typeof known): string[] =>
    tokens.flatMap((token) => {
      if (token.kind !== 'option' || token.name !== name) return [];
      // In strict mode a value that looks like an option is an error; so it is here.
      const usable = token.value !== undefined && token.value !== '' && !/^--/.test(token.value);
      if (!usable) errors.push({ kind: 'missing-value', option: `--${name}` });
      return usable ? [token.value] : [];
    });

  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(known, token.name)) continue;
    if (!foreign.test(token.name)) errors.push({ kind: 'unknown-option', option: token.rawName });
  }
  return {
    hidden: values['hidden'] === true,
    demo: values['demo'] === true,
    trace: values['trace'] === true,
    help: values['help'] === true,
    version: values['version'] === true,
    userDataDir: text('user-data-dir').at(-1) ?? null,
    accounts: pairAccounts(text('account'), text('token-file'), errors),
    errors,
  };
}

/** `--account` and `--token-file` belong together in the order given, so that several may be passed. */
function pairAccounts(
  servers: readonly string[],
  tokenFiles: readonly string[],
  errors: CommandLineError[],
): AccountOption[] {
  if (servers.length > tokenFiles.length) errors.push({ kind: 'account-without-token-file' });
  if (tokenFiles.length > servers.length) errors.push({ kind: 'token-file-without-account' });
  return servers.flatMap((value, index): AccountOption[] => {
    const tokenFile = tokenFiles[index];
    const server = parseAccountOrigin(value);
    if (server === null) errors.push({ kind: 'bad-account', value });
    return server === null || tokenFile === undefined ? [] : [{ server, tokenFile }];
  });
}

/** Unlike in the window, the scheme is written out here; http only for this computer. */
function parseAccountOrigin(value: string): Server | null {
  if (!/^https?:\/\//i.test(value)) return null;
  const server = parseServerName(value);
  const wantsHttp = /^http:/i.test(value);
  return server !== null && wantsHttp === server.origin.startsWith('http:') ? server : null;
}
