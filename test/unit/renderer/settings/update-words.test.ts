import { expect, test } from 'vitest';
import type { UpdateView } from '../../../../src-main/ipc/contract.ts';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import { updateText } from '../../../../src-renderer/settings/updates/update-words.ts';

const words = messagesIn('en').updates;
const percent = (part: number) => `${part * 100} %`;

test.each<[UpdateView, string]>([
  [{ name: 'unsupported', reason: 'managed' }, words.unsupported.managed],
  [{ name: 'unsupported', reason: 'portable' }, words.unsupported.portable],
  [{ name: 'off' }, 'Suzu does not check for new versions.'],
  [{ name: 'idle', last: null }, 'Suzu checks for new versions by itself.'],
  [{ name: 'idle', last: 'current' }, 'This is the newest version.'],
  [{ name: 'idle', last: 'failed' }, 'The last check failed. Suzu tries again later.'],
  [{ name: 'checking' }, 'Checking for a new version…'],
  [{ name: 'downloading', version: '2.0.0', percent: 50 }, 'Downloading 2.0.0: 50 %'],
  [{ name: 'ready', version: '2.0.0' }, '2.0.0 is ready. It is installed when Suzu quits.'],
])('%j', (update, text) => {
  expect(updateText(update, words, percent)).toBe(text);
});
