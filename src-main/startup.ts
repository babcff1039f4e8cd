import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';
import { type CommandLine, parseCommandLine } from './desktop/command-line.ts';
import { needsNoApp } from './desktop/command-line-requests.ts';
import { wordCommandLineError } from './desktop/command-line-words.ts';
import { type DeepLink, parseDeepLink } from './desktop/deep-links/deep-link.ts';
import { registerLinks } from './desktop/deep-links/register.ts';
import { offerGlobalShortcuts } from './desktop/shortcuts/offer.ts';
import { secureBeforeReady } from './desktop/window/security.ts';
import { chooseLocale, type Messages, messagesIn } from './engine/messages/index.ts';

/** What a shell is told besides 0, as most programs do. */
const exitCodes = { failed: 1, usage: 2 } as const;

/** The options among a process's arguments. From source the app's folder stands before them. */
function optionsOf(argv: readonly string[]): readonly string[] {
  const given = argv.slice(1);
  if (app.isPackaged) return given;
  const folder = given.findIndex((argument) => !argument.startsWith('-'));
  return given.slice(folder + 1);
}

/**
 * What must happen before Electron is ready: the command line, the profile, and being the only Suzu
 * of that profile. Null when there is nothing more to do.
 */
export function startUp(argv: readonly string[]): CommandLine | null {
  const options = optionsOf(argv);
  const commandLine = parseCommandLine(options);
  const messages = messagesIn(chooseLocale('system', app.getPreferredSystemLanguages()));
  if (commandLine.help || commandLine.version) {
    process.stdout.write(`${commandLine.help ? messages.commandLine.usage : app.getVersion()}\n`);
    app.exit(0);
    return null;
  }
  for (const error of commandLine.errors) {
    process.stderr.write(`${wordCommandLineError(error, messages)}\n`);
  }
  // A request that is not understood must not become another one.
  if (commandLine.errors.some(({ kind }) => kind === 'bad-snooze')) {
    app.exit(exitCodes.usage);
    return null;
  }

  app.setName('Suzu');
  // Without it Windows shows no toasts. The same as in electron-builder.yml.
  app.setAppUserModelId('app.suzu.desktop');
  const usualDir = app.getPath('userData');
  // The demo leaves the user's own accounts alone.
  const profileDir = commandLine.demo ? `${usualDir}-demo` : usualDir;
  app.setPath('userData', resolve(commandLine.userDataDir ?? profileDir));
  app.setAppLogsPath(join(app.getPath('userData'), 'logs'));
  // Handed over as data, because Chromium reorders the arguments that it passes on itself.
  if (!app.requestSingleInstanceLock({ options: [...options], directory: process.cwd() })) {
    leaveToTheFirst(commandLine, messages.commandLine);
    return null;
  }
  if (needsNoApp(commandLine)) {
    process.stderr.write(`${messages.commandLine.notRunning}\n`);
    app.exit(commandLine.errors.length === 0 ? 0 : exitCodes.usage);
    return null;
  }
  collectLinks();
  offerGlobalShortcuts(process.env);
  secureBeforeReady();
  return commandLine;
}

/** Ends this process: another Suzu has the profile, or nobody can have it. */
function leaveToTheFirst({ errors, requests }: CommandLine, words: Messages['commandLine']): void {
  const folder = app.getPath('userData');
  if (!isWritable(folder)) {
    process.stderr.write(`${words.profileNotWritable(folder)}\n`);
    app.exit(exitCodes.failed);
    return;
  }
  // What was asked of the first one is seen there.
  if (requests.length === 0) process.stderr.write(`${words.alreadyRunning}\n`);
  app.exit(errors.length === 0 ? 0 : exitCodes.usage);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Calls back with the command line of each further Suzu that was started for this profile. */
export function onSecondLaunch(listener: (commandLine: CommandLine) => void): void {
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const parsed = v.safeParse(secondLaunch, data);
    const { options, directory } = parsed.success ? parsed.output : { options: [], directory: '/' };
    const commandLine = parseCommandLine(options);
    // Paths are meant as where they were typed.
    const accounts = commandLine.accounts.map((account) => ({
      ...account,
      tokenFile: resolve(directory, account.tokenFile),
    }));
    listener({ ...commandLine, accounts });
  });
}

const secondLaunch = v.object({ options: v.array(v.string()), directory: v.string() });

/** Links that came before anybody could follow them. */
let waitingLinks: (DeepLink | null)[] | null = [];
let followLink: (link: DeepLink | null) => void = (link) => waitingLinks?.push(link);

/** macOS hands links over as events, the first of them before the app is ready. */
function collectLinks(): void {
  registerLinks();
  app.on('open-url', (event, url) => {
    event.preventDefault();
    followLink(parseDeepLink(url));
  });
}

/** Calls back with each link that macOS hands over, those that came before included; null = it was none. */
export function onLink(listener: (link: DeepLink | null) => void): void {
  followLink = listener;
  for (const link of waitingLinks ?? []) listener(link);
  waitingLinks = null;
}
