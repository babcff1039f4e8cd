import type { CommandLine } from '../desktop/command-line.ts';
import { wordTokenFile } from '../desktop/command-line-words.ts';
import type { TokenFile } from '../desktop/token-file.ts';
import type { Log } from '../engine/log.ts';
import type { Messages } from '../engine/messages/index.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';

export interface AddAccountsOptions {
  readonly readTokenFile: (path: string) => TokenFile;
  readonly accounts: Pick<Accounts, 'addByToken'>;
  readonly feed: Pick<WindowFeed, 'setBanner'>;
  readonly messages: () => Messages;
  readonly log: Log;
}

/** Adds the accounts that a command line names; what is wrong with a token's file is told. */
export async function addAccounts(
  commandLine: Pick<CommandLine, 'accounts'>,
  { readTokenFile, accounts, feed, messages, log }: AddAccountsOptions,
): Promise<void> {
  for (const { server, tokenFile } of commandLine.accounts) {
    const file = readTokenFile(tokenFile);
    const text = wordTokenFile(file, tokenFile, messages());
    if (text !== null) {
      log.warn(text);
      feed.setBanner({ id: `token-file-${tokenFile}`, severity: 'warning', text });
    }
    if (file.kind === 'token') await accounts.addByToken(server, file.token);
  }
}
