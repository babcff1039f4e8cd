import type { Messages } from '../engine/messages/index.ts';
import type { CommandLineError } from './command-line.ts';
import type { TokenFile } from './token-file.ts';

/** What is wrong with the command line, as a sentence. */
export function wordCommandLineError(
  error: CommandLineError,
  { commandLine: words }: Messages,
): string {
  switch (error.kind) {
    case 'unknown-option':
      return words.unknownOption(error.option);
    case 'missing-value':
      return words.missingValue(error.option);
    case 'bad-account':
      return words.badAccount(error.value);
    case 'bad-snooze':
      return words.badSnooze(error.value);
    case 'bad-link':
      return words.badLink(error.link);
    case 'account-without-token-file':
      return words.accountWithoutTokenFile;
    case 'token-file-without-account':
      return words.tokenFileWithoutAccount;
  }
}

/** What is wrong with a token file, as a sentence; null when all is well. */
export function wordTokenFile(
  file: TokenFile,
  path: string,
  { commandLine: words }: Messages,
): string | null {
  switch (file.kind) {
    case 'token':
      return file.exposed ? words.tokenFileExposed(path) : null;
    case 'missing':
      return words.tokenFileMissing(path);
    case 'unreadable':
      return words.tokenFileUnreadable(path);
    case 'not-a-token':
      return words.tokenFileNoToken(path);
  }
}
