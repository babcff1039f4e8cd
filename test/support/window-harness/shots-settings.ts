import { states } from './fixtures/states.ts';
import { feedViews } from './shots-feeds.ts';
import { click, clickNth, scroll, steps, type, type View, view, wait } from './view.ts';

/** The tallest that a picture can be. */
const height = 1400;
const pages = [
  ...Object.keys(states).filter((state) => state.startsWith('settings-')),
  'start-up',
  'shortcuts',
];
const end = scroll('.settings-body', 99_999);
const search = (text: string) => type('.settings .search-field input', text);

/** The states that are pages of the settings: they are looked at whole. */
export const settingsPages: ReadonlySet<string> = new Set(pages);

/** Every page of the settings as tall as it is, of those that are taller still also the end, and what opens on them. */
export const settingsViews: readonly View[] = [
  ...pages.map((state) => view(state, null, { height, act: wait(100) })),
  ...[
    'settings-notifications',
    'settings-notifications-set',
    'settings-accounts',
    'settings-history',
    'settings-network-proxy',
    'settings-diagnostics',
    'settings-timelines',
    'settings-privacy',
  ].map((state) => view(state, 'end', { height, act: end })),
  ...[
    'settings',
    'settings-notifications',
    'settings-appearance',
    'settings-network-proxy',
    'settings-diagnostics',
    'settings-history',
  ].map((state) => view(state, 'wide', { width: 900, height: 700 })),
  view('settings', 'found', { act: search('a') }),
  view('settings', 'nothing', { act: search('zzzz') }),
  view('settings-accounts', 'sign-out', { act: click('.account-card .button:last-of-type') }),
  view('settings-notifications', 'sounds', {
    act: steps(clickNth('.kind-row [aria-haspopup]', 0), wait(50)),
  }),
  view('settings-notifications', 'rules-open', {
    height,
    act: steps(`document.querySelectorAll('summary').forEach((one) => one.click())`, wait(50), end),
  }),
  view('settings-about', 'licences', {
    height,
    act: steps(click('#setting-licences button'), wait(100), end),
  }),
  view('settings-diagnostics', 'report', {
    height,
    act: steps(
      `document.querySelectorAll('summary').forEach((one) => one.click())`,
      wait(100),
      end,
    ),
  }),
  ...feedViews,
  view('shortcuts', 'recording', { act: click('.shortcut') }),
];
