import { type Messages, messagesIn } from '../../engine/messages/index.ts';
import type { CheckState, DiagnosticsView } from '../../ipc/contract.ts';
import type { FeedNames } from './feed-names.ts';

/** What must not be in a report, or not in one that is to be shared without names. */
export interface ReportNames {
  /** Of each account. The username is null while the server has not told it. */
  readonly accounts: readonly { readonly host: string; readonly username: string | null }[];
  readonly feeds: readonly FeedNames[];
  /** The folder of the user's files; always written as `~`. */
  readonly home: string;
  /** The name by which the computer knows the user. */
  readonly user: string;
}

export interface ReportOptions {
  /** In English, whatever the user speaks: the report is for developers. */
  readonly view: DiagnosticsView;
  /** The newest lines of the log, as they stand there. */
  readonly logLines: readonly string[];
  readonly names: ReportNames;
  readonly withNames: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The language of reports. */
export const reportMessages: Messages = messagesIn('en');

const marks: Readonly<Record<CheckState, string>> = {
  works: 'ok',
  attention: 'LOOK',
  fails: 'FAILS',
  absent: 'n/a',
  checking: '…',
};

/**
 * The report as Markdown: what was found, what Suzu runs on, and the warnings of the log. Secrets never
 * reached any of it; names of accounts, feeds and servers stand there only if the user wants them to.
 */
export function diagnosticsReport(options: ReportOptions): string {
  const { view, logLines, names, withNames, now } = options;
  const text = [
    '# Suzu diagnostics',
    '',
    `${new Date(now).toISOString()}`,
    '',
    ...view.facts.map(({ label, value }) => `- ${label}: ${value}`),
    '',
    '## Checks',
    '',
    ...view.checks.map(({ title, state, text: found }) => `- [${marks[state]}] ${title}: ${found}`),
    ...(view.testToast === null ? [] : [`- ${view.testToast}`]),
    '',
    '## Log',
    '',
    // Longer than any run of backticks inside, so that no line of the log ends the block.
    '``````',
    ...(logLines.length === 0
      ? ['(no warnings)']
      : logLines.map((line) => line.replaceAll('``````', ''))),
    '``````',
    '',
  ].join('\n');
  const cleared = withoutHidden(withoutHome(text, names), names);
  return withNames ? cleared : withoutNames(cleared, names);
}

function withoutHome(text: string, { home, user }: ReportNames): string {
  const atHome = home.length > 1 ? replaceName(text, '', home, '~') : text;
  // Other folders are named after the user too, as /media/alice.
  return user === '' ? atHome : replaceName(atHome, '[/\\\\]', user, 'user');
}

/** What feeds ask for. */
function withoutHidden(text: string, { feeds }: ReportNames): string {
  const hidden = feeds.flatMap((feed) => feed.hidden).sort((a, b) => b.length - a.length);
  return hidden.reduce((rest, one) => rest.replaceAll(one, '…'), text);
}

function withoutNames(text: string, { accounts, feeds }: ReportNames): string {
  const handles = accounts.flatMap(({ host, username }, index): Named[] =>
    username === null ? [] : [[`${username}@${host}`, `account ${index + 1}`]],
  );
  const hosts = [...new Set([...accounts, ...feeds].map(({ host }) => host))].map(
    (host, index): Named => [host, `server ${index + 1}`],
  );
  let rest = text;
  for (const [index, { name }] of feeds.entries()) {
    rest = replaceName(rest, '(?<![\\p{L}\\p{N}_-])', name, `feed ${index + 1}`);
  }
  // The longest first: one name may be a part of another.
  for (const [name, mark] of [...handles, ...hosts].sort(([a], [b]) => b.length - a.length)) {
    rest = rest.replace(new RegExp(`@?${escapePattern(name)}`, 'gi'), mark);
  }
  // Whoever else is named in the log.
  return rest.replace(/@?[\w.-]+@[\w-]+(?:\.[\w-]+)+/g, 'somebody');
}

/** Replaces a name where it ends as a name does: `/home/al` is no part of `/home/alice`. `before`: a pattern. */
function replaceName(text: string, before: string, name: string, mark: string): string {
  const pattern = `(?<=${before})${escapePattern(name)}(?![\\p{L}\\p{N}_-])`;
  return text.replace(new RegExp(pattern, 'gu'), mark);
}

type Named = readonly [name: string, mark: string];

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
