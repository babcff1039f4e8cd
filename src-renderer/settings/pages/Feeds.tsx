import { Feeds } from '../../feeds/Feeds.tsx';
import type { Around, SettingsPage } from '../page.ts';

/** What rings besides the accounts: the feeds, each with a page of its own. */
export const feedsPage: SettingsPage = {
  id: 'feeds',
  icon: 'rss',
  title: (m) => m.feeds.title,
  entries: ({ feeds }) => [
    {
      id: 'feeds',
      label: feeds.list,
      keywords: [feeds.keywords, feeds.words.title, feeds.preview.title, feeds.events.title],
    },
    {
      id: 'add-feed',
      label: feeds.add,
      keywords: [feeds.keywords, ...Object.values(feeds.systems), feeds.adding.ready],
    },
  ],
  over,
  Page: Feeds,
};

function over({ nav, state, m }: Around): string | null {
  const place = nav.feed();
  switch (place?.kind) {
    case 'feed':
      return state.feeds.find(({ id }) => id === place.id)?.name ?? null;
    case 'own':
      return m().feeds.adding.ownTitle[place.system];
    case 'choose':
    case 'preset':
      return m().feeds.add;
    case undefined:
      return null;
  }
}
