import { startingChoices } from '../engine/misskey/notes/emoji-choices.ts';
import { startingPins } from '../engine/misskey/timelines/pins.ts';

/** What a settings file holds, before its fields are checked. */
export type Content = Readonly<Record<string, unknown>>;

/**
 * How the content of each version becomes that of the next, the first version first. A step takes
 * whatever a hand-edited file may hold, leaves what it does not know, and never throws.
 */
const steps: readonly ((content: Content) => Content)[] = [withAnswersOfAccounts];

/** The version of the file that this Suzu writes. */
export const profileVersion = steps.length + 1;

/** Content of an older version (1 where it says none) as this version has it; newer content as it is. */
export function migrated(content: Content, version: number | null): Content {
  const oldest = Math.max(1, version ?? 1);
  return steps.slice(oldest - 1).reduce((before, step) => step(before), content);
}

/**
 * 1 → 2: the first accounts had four fixed timelines and no emojis of their own, and were not asked
 * whether they may answer.
 */
function withAnswersOfAccounts(content: Content): Content {
  const { accounts } = content;
  if (!Array.isArray(accounts)) return content;
  return {
    ...content,
    accounts: accounts.map((account: unknown) =>
      isContent(account)
        ? { timelines: startingPins, emojis: startingChoices, canAnswer: true, ...account }
        : account,
    ),
  };
}

/** Whether what was read is an object with fields. */
export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
