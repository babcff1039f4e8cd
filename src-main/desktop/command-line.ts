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
  /** Without graphics acceleration, and with default settings. */
  readonly safeMode: boolean;
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
  'safe-mode': { type: 'boolean' },
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
 * Options of Electron, Chromium and the Windows installer (`--updated`, after it put a new version in)
 * that people and tools pass, and that are none of Suzu's business.
 * Anything else that begins with two dashes is a mistake worth telling.
 */
const foreign =
  /^(no-sandbox|disable-|enable-|ozone-|force-|password-store|remote-debugging-|inspect|js-flags|lang|proxy-|host-|log-|v$|vmodule|gtk-|original-process-start-time|allow-|in-process-gpu|use-gl|use-angle|headless|no-zygote|single-process|trace-warnings|wait-for|updated$)/;

/** Reads the options that were given to Suzu, without the program's own path. Never throws. */
export function parseCommandLine(options: readonly string[]): CommandLine {
  const { values, tokens } = parseArgs({
    args: options.map((option, index) => withOwnValue(option, options[index + 1])),
    options: known,
    strict: false,
    tokens: true,
  });
  const read = tokens.flatMap((token) => readRequest(token) ?? []);
  const errors: CommandLineError[] = [
    ...read.filter(isBadRequest),
    ...tokens.flatMap((token) => unknownOption(token) ?? []),
    ...valued.flatMap((name) =>
      valuesOf(name, tokens)
        .filter((value) => value === null)
        .map(() => ({ kind: 'missing-value', option: `--${name}` }) as const),
    ),
  ];
  return {
    hidden: values['hidden'] === true,
    demo: values['demo'] === true,
    safeMode: values['safe-mode'] === true,
    trace: values['trace'] === true,
    help: values['help'] === true,
    version: values['version'] === true,
    userDataDir: valuesOf('user-data-dir', tokens).findLast((folder) => folder !== null) ?? null,
    accounts: pairAccounts(valuesOf('account', tokens), valuesOf('token-file', tokens), errors),
    requests: read.filter((request) => !isBadRequest(request)),
    errors,
  };
}

type BadRequest = Extract<CommandLineError, { kind: 'bad-link' | 'bad-snooze' }>;

/** What `parseArgs` makes of one argument. */
interface Token {
  readonly kind: 'option' | 'positional' | 'option-terminator';
  readonly name?: string;
  /** As it was typed, with its dashes. */
  readonly rawName?: string;
  readonly value?: string | undefined;
}

/** Every value of an option in the order given; null where it is missing. */
function valuesOf(option: ValuedOption, tokens: readonly Token[]): readonly (string | null)[] {
  return tokens
    .filter(({ kind, name }) => kind === 'option' && name === option)
    .map(({ value }) => value || null);
}

/** The error of an option that is neither Suzu's nor one to be passed over, or has a value and takes none. */
function unknownOption({ kind, name = '', rawName = '', value }: Token): CommandLineError | null {
  if (kind !== 'option') return null;
  if (!Object.hasOwn(known, name)) {
    return foreign.test(name) ? null : { kind: 'unknown-option', option: shortened(rawName) };
  }
  if (isValued(name) || value === undefined) return null;
  return { kind: 'unknown-option', option: shortened(`${rawName}=${value}`) };
}

function isBadRequest(read: CommandLineRequest | BadRequest): read is BadRequest {
  return read.kind === 'bad-link' || read.kind === 'bad-snooze';
}

/** What an argument asks of the Suzu that runs, or why it cannot be understood; null = nothing. */
function readRequest({ kind, name, value }: Token): CommandLineRequest | BadRequest | null {
  switch (kind === 'positional' ? kind : name) {
    case 'positional':
      return value !== undefined && looksLikeLink(value) ? readLink(value) : null;
    case 'snooze':
      return value ? readSnooze(value) : null;
    case 'toggle':
      return value === undefined ? { kind: 'toggle' } : null;
    case 'mark-read':
      return value === undefined ? { kind: 'mark-read' } : null;
    case 'quit':
      return value === undefined ? { kind: 'quit' } : null;
    default:
      return null;
  }
}

function readLink(text: string): CommandLineRequest | BadRequest {
  const link = parseDeepLink(text);
  return link === null ? { kind: 'bad-link', link: shortened(text) } : { kind: 'link', link };
}

function readSnooze(text: string): CommandLineRequest | BadRequest {
  const snooze = parseSnooze(text);
  return snooze === null
    ? { kind: 'bad-snooze', value: shortened(text) }
    : { kind: 'snooze', snooze };
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
    if (server === null) errors.push({ kind: 'bad-account', value: shortened(value) });
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
