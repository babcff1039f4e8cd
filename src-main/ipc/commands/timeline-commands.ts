import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import {
  type CataloguePart as AskedPart,
  fetchCatalogue,
  namesIn,
} from '../../engine/misskey/timelines/timeline-catalogue.ts';
import type { TimelineFeed } from '../../engine/misskey/timelines/timeline-feed.ts';
import type {
  CallAnswer,
  CataloguePart,
  TimelineCalls,
  TimelineKey,
  TimelineRef,
} from '../contract.ts';
import type { Commands } from './commands.ts';
import { done, fail, type ServerCalls } from './server-calls.ts';

export interface TimelineCommandsOptions {
  readonly accounts: Accounts;
  readonly server: ServerCalls;
  readonly messages: () => Messages;
}

/** Choosing, pinning and reading timelines. */
export function createTimelineCommands({
  accounts,
  server,
  messages,
}: TimelineCommandsOptions): Commands<Omit<TimelineCalls, 'watchNotes'>> {
  const { timelines } = accounts;

  function openFeed({ accountId, key }: TimelineRef): TimelineFeed | undefined {
    return accounts.get(accountId)?.source?.timelines.get(key);
  }

  function viewPart({ items, error }: AskedPart, account: Account): CataloguePart {
    if (error === null) return { items, problem: null };
    const { signInAgain } = messages().timeline;
    const isForbidden = error.kind === 'permission-denied';
    return { items, problem: isForbidden ? signInAgain : server.word(error, account) };
  }

  function pinned(
    accountId: string,
    key: TimelineKey | null,
    otherwise: (words: Messages['timeline']) => string,
  ): CallAnswer<TimelineKey> {
    if (accounts.get(accountId) === undefined) return fail(messages().error.accountGone);
    return key === null ? fail(otherwise(messages().timeline)) : { ok: true, data: key };
  }

  return {
    selectTimeline(accountId, key) {
      timelines.select(accountId, key);
    },

    watchTimelines(watched) {
      timelines.watch(watched);
    },

    reloadTimeline(timeline) {
      openFeed(timeline)?.reload();
    },

    loadOlderNotes(timeline) {
      return server.attempt(timeline.accountId, async () => {
        await openFeed(timeline)?.loadOlder();
      });
    },

    listTimelines(accountId) {
      return server.ask(accountId, async (account) => {
        const { source, me } = account;
        if (source === null) throw new ApiError('i', 'token-invalid');
        const catalogue = await fetchCatalogue(source.api, me);
        timelines.rename(accountId, namesIn(catalogue));
        const { plain, parts } = catalogue;
        return {
          plain,
          lists: viewPart(parts.list, account),
          antennas: viewPart(parts.antenna, account),
          channels: viewPart(parts.channel, account),
          roles: viewPart(parts.role, account),
        };
      });
    },

    pinTimeline(accountId, spec) {
      return pinned(accountId, timelines.pin(accountId, spec), ({ badTags }) => badTags);
    },

    switchTimeline(accountId, key, switches) {
      const newKey = timelines.switch(accountId, key, switches);
      return pinned(accountId, newKey, ({ notPinned }) => notPinned);
    },

    unpinTimeline(accountId, key) {
      return timelines.unpin(accountId, key) ? done : fail(messages().timeline.lastOne);
    },

    moveTimeline(accountId, key, index) {
      timelines.move(accountId, key, index);
    },
  };
}
