import { parseArgs } from 'node:util';
import { parseServerName, type Server } from '../engine/misskey/api/server-name.ts';
import type { CommandLineRequest } from './command-line-requests.ts';
import { looksLikeLink, parseDeepLink } from './deep-links/deep-link.ts';
import { parseSnooze } from './snooze.ts';

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
  | { readonly kind: 'bad-snooze'; readonly value: string }
  | { readonly kind: 'bad-link'; readonly link: string }
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
  /** What is asked of the Suzu that runs, in the order given. */
  readonly requests: readonly CommandLineRequest[];
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
  toggle: { type: 'boolean' },
  'mark-read': { type: 'boolean' },
  quit: { type: 'boolean' },
  snooze: { type: 'string', multiple: true },
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
    args: options.map((option, index) => withOwnValue(option, options[index + 1])),
    options: known,
    strict: false,
    tokens: true,
  });
  const errors: CommandLineError[] = [];
  /** Every value of an option in the order given; null where it is missing. */
  const text = (name: ValuedOption): (string | null)[] =>
    tokens.flatMap((token) => {
      if (token.kind !== 'option' || token.name !== name) return [];
      if (token.value) return [token.value];
      errors.push({ kind: 'missing-value', option: `--${name}` });
      return [null];
    });

  const requests = readRequests(tokens, errors);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(known, name)) {
      if (!foreign.test(name)) errors.push({ kind: 'unknown-option', option: rawName });
    } else if (!isValued(name) && value !== undefined) {
      errors.push({ kind: 'unknown-option', option: `${rawName}=${value}` });
    }
  }
  // Told as a value that is missing.
  text('snooze');
  return {
    hidden: values['hidden'] === true,
    demo: values['demo'] === true,
    trace: values['trace'] === true,
    help: values['help'] === true,
    version: values['version'] === true,
    userDataDir: text('user-data-dir').findLast((folder) => folder !== null) ?? null,
    accounts: pairAccounts(text('account'), text('token-file'), errors),
    requests,
    errors,
  };
}

type Tokens = NonNullable<ReturnType<typeof parseArgs<{ tokens: true }>>['tokens']>;

/** What is asked of the Suzu that runs; what is no request is told in `errors`. */
function readRequests(tokens: Tokens, errors: CommandLineError[]): CommandLineRequest[] {
  return tokens.flatMap((token): CommandLineRequest[] => {
    if (token.kind === 'positional') {
      if (!looksLikeLink(token.value)) return [];
      const link = parseDeepLink(token.value);
      if (link === null) errors.push({ kind: 'bad-link', link: shortened(token.value) });
      return link === null ? [] : [{ kind: 'link', link }];
    }
    if (token.kind !== 'option') return [];
    const { name, value } = token;
    if (name === 'toggle' || name === 'mark-read' || name === 'quit') {
      return value === undefined ? [{ kind: name }] : [];
    }
    if (name !== 'snooze' || !value) return [];
    const snooze = parseSnooze(value);
    if (snooze === null) errors.push({ kind: 'bad-snooze', value: shortened(value) });
    return snooze === null ? [] : [{ kind: 'snooze', snooze }];
  });
}

const valued = ['user-data-dir', 'account', 'token-file', 'snooze'] as const;
type ValuedOption = (typeof valued)[number];

function isValued(name: string): name is ValuedOption {
  return valued.some((one) => one === name);
}

/** What may stand in a sentence about it. */
function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/**
 * An option whose value was forgotten must not swallow the option after it: `--token-file --trace`
 * lacks a value, and is a `--trace` all the same.
 */
function withOwnValue(option: string, next: string | undefined): string {
  const isForgotten = next === undefined || next.startsWith('--');
  return isForgotten && option.startsWith('--') && isValued(option.slice(2))
    ? `${option}=`
    : option;
}

/**
 * `--account` and `--token-file` belong together in the order given, so that several may be passed.
 * Where their numbers differ nobody knows which belong together, and none is taken: a token must
 * never go to a server that it was not meant for.
 */
function pairAccounts(
  servers: readonly (string | null)[],
  tokenFiles: readonly (string | null)[],
  errors: CommandLineError[],
): AccountOption[] {
  if (servers.length > tokenFiles.length) errors.push({ kind: 'account-without-token-file' });
  if (tokenFiles.length > servers.length) errors.push({ kind: 'token-file-without-account' });
  const isPaired = servers.length === tokenFiles.length;
  return servers.flatMap((value, index): AccountOption[] => {
    if (value === null) return [];
    const tokenFile = tokenFiles[index] ?? null;
    const server = parseAccountOrigin(value);
    if (server === null) errors.push({ kind: 'bad-account', value });
    return isPaired && server !== null && tokenFile !== null ? [{ server, tokenFile }] : [];
  });
}

/** Unlike in the window, the scheme is written out here; http only for this computer. */
function parseAccountOrigin(value: string): Server | null {
  if (!/^https?:\/\//i.test(value)) return null;
  const server = parseServerName(value);
  const wantsHttp = /^http:/i.test(value);
  return server !== null && wantsHttp === server.origin.startsWith('http:') ? server : null;
}
