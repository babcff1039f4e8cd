import type { CommandLine } from './command-line.ts';
import type { DeepLink } from './deep-links/deep-link.ts';
import type { Snooze } from './snooze.ts';

/** Something that the command line asks of the Suzu that runs. */
export type CommandLineRequest =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'snooze'; readonly snooze: Snooze }
  | { readonly kind: 'mark-read' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'link'; readonly link: DeepLink };

/** Whether the command line is of use without a Suzu that runs: to end none, no app need be started. */
export function needsNoApp({ requests, accounts, demo }: CommandLine): boolean {
  const isAboutRunningOne = requests.every(
    (request) =>
      request.kind === 'quit' ||
      request.kind === 'mark-read' ||
      (request.kind === 'snooze' && request.snooze === 'off'),
  );
  return requests.length > 0 && isAboutRunningOne && accounts.length === 0 && !demo;
}

/** Whether Suzu starts without its window: asked for, or because only quiet is wanted. */
export function startsHidden({ hidden, requests }: CommandLine): boolean {
  const isQuietOnly = requests.length > 0 && requests.every(({ kind }) => kind === 'snooze');
  return hidden || isQuietOnly;
}
