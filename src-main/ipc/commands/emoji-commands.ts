import type { Accounts } from '../../engine/misskey/accounts.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import { withPinned } from '../../engine/misskey/notes/emoji-choices.ts';
import type { AnswerCalls, EmojiCatalogue } from '../contract.ts';
import type { Commands } from './commands.ts';
import type { ServerCalls } from './server-calls.ts';

/** What the emoji picker asks for. */
export function createEmojiCommands(
  accounts: Accounts,
  server: ServerCalls,
): Commands<Pick<AnswerCalls, 'loadEmojis' | 'pinEmojis'>> {
  return {
    loadEmojis: (accountId) =>
      server.ask(accountId, async ({ stored, source }): Promise<EmojiCatalogue> => {
        if (source === null) throw new ApiError('emojis', 'token-invalid');
        const custom = await source.emojis.list();
        return {
          custom: custom.map(({ name, aliases, category, isSensitive }) => ({
            name,
            aliases,
            category,
            sensitive: isSensitive,
          })),
          ...stored.emojis,
        };
      }),

    pinEmojis(accountId, emojis) {
      accounts.changeEmojis(accountId, (choices) => withPinned(choices, emojis));
    },
  };
}
