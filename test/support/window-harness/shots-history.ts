import { click, steps, type, type View, view, wait } from './view.ts';

const open = steps(click('.notice-search'), wait(300));
const itemMenu = steps(wait(100), click('.notice-menu'));

/** What is to be looked at of the search and of the page about the history. */
export const historyViews: readonly View[] = [
  view('notices-several', 'search', { act: open }),
  view('notices-several', 'search-none', {
    act: steps(open, type('.search-field input', 'zzz'), wait(500)),
  }),
  view('notices-several', 'search-kinds', {
    act: steps(
      open,
      click('.search-filters .chip:last-of-type'),
      wait(100),
      click('.search-filters [aria-haspopup]'),
    ),
  }),
  view('notices', 'item-menu', { act: itemMenu }),
  view('notices', 'item-delete', {
    act: steps(itemMenu, wait(50), click('.menu-entry:last-of-type')),
  }),
  view('settings-history', 'erase', { act: steps(wait(200), click('.button.danger')) }),
];
