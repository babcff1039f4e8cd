import type { UpdateView } from '../../../src-main/ipc/contract.ts';
import type { Messages } from '../../messages/index.ts';

/** How updates stand, as a sentence. `percent` writes a part of 1 in the reader's language. */
export function updateText(
  update: UpdateView,
  words: Messages['updates'],
  percent: (part: number) => string,
): string {
  switch (update.name) {
    case 'unsupported':
      return words.unsupported[update.reason];
    case 'off':
      return words.isOff;
    case 'idle':
      return update.last === null ? words.idle : words[update.last];
    case 'checking':
      return words.checking;
    case 'downloading':
      return words.downloading(update.version, percent(update.percent / 100));
    case 'ready':
      return words.ready(update.version);
  }
}
