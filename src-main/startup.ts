import { join, resolve } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';
import { type CommandLine, parseCommandLine } from './desktop/command-line.ts';
import { wordCommandLineError } from './desktop/command-line-words.ts';
import { secureBeforeReady } from './desktop/window/security.ts';
import { chooseLocale, messagesIn } from './engine/messages/index.ts';

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

  app.setName('Suzu');
  // Without it Windows shows no toasts. The same as in electron-builder.yml.
  app.setAppUserModelId('app.suzu.desktop');
  const usualDir = app.getPath('userData');
  // The demo leaves the user's own accounts alone.
  const profileDir = commandLine.demo ? `${usualDir}-demo` : usualDir;
  app.setPath('userData', resolve(commandLine.userDataDir ?? profileDir));
  app.setAppLogsPath(join(app.getPath('userData'), 'logs'));
  // Handed over as data, because Chromium reorders the arguments that it passes on itself.
  if (!app.requestSingleInstanceLock({ options: [...options] })) {
    process.stderr.write(`${messages.commandLine.alreadyRunning}\n`);
    app.exit(0);
    return null;
  }
  secureBeforeReady();
  return commandLine;
}

/** Calls back with the command line of each further Suzu that was started for this profile. */
export function onSecondLaunch(listener: (commandLine: CommandLine) => void): void {
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const parsed = v.safeParse(v.object({ options: v.array(v.string()) }), data);
    listener(parseCommandLine(parsed.success ? parsed.output.options : []));
  });
}
