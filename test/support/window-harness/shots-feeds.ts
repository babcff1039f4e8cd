import { click, clickNth, scroll, steps, type, type View, view, wait } from './view.ts';

/** The tallest that a picture can be. */
const height = 1400;
const choose = steps(click('.feed-add'), wait(50));
const pick = (kind: string) => steps(choose, click(`.feed-kind[${kind}]`), wait(50));
const submit = steps(click('.feed-form [type=submit]'), wait(50));
const unfold = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;
const end = scroll('.settings-body', 99_999);
const title = '#setting-feed-title input';

/** The ways to a feed, and what is done on the page of one. */
export const feedViews: readonly View[] = [
  view('settings-feeds', 'choose', { height, act: choose }),
  view('settings-feeds', 'choose-failed', {
    act: steps(`harness.fail('listPresets')`, choose),
  }),
  view('settings-feeds', 'preset', { act: pick('data-preset=ntfy') }),
  view('settings-feeds', 'preset-missing', { act: steps(pick('data-preset=ntfy'), submit) }),
  view('settings-feeds', 'preset-refused', {
    act: steps(
      `harness.fail('addPresetFeed')`,
      pick('data-preset=ntfy'),
      type('#setting-preset-topic input', 'backups'),
      submit,
    ),
  }),
  ...['sse', 'websocket', 'mqtt'].map((system) =>
    view('settings-feeds', system, {
      height,
      act: steps(
        pick(`data-system=${system}`),
        unfold,
        `document.querySelectorAll('.edit-rows-add').forEach((one) => one.click())`,
        type('#setting-feed-headers input[type=password]', 'secret'),
        submit,
      ),
    }),
  ),
  view('settings-feeds', 'wide', { width: 900, height: 700 }),
  view('settings-feeds', 'narrow', { width: 320 }),
  view('settings-feed', 'wide', { width: 900, height: 700 }),
  view('settings-feed', 'narrow', { width: 320, height }),
  view('settings-feed', 'unfolded', { height, act: steps(unfold, wait(50)) }),
  view('settings-feed', 'end', { height, act: steps(wait(300), unfold, wait(50), end) }),
  view('settings-feed', 'scrolled', {
    act: steps(wait(300), type(title, 'Build {status}'), scroll('.settings-body', 300), wait(300)),
  }),
  view('settings-feed', 'problem', {
    act: steps(wait(300), type(title, 'Build {status'), wait(300), scroll('.settings-body', 300)),
  }),
  view('settings-feed', 'event', {
    height,
    act: steps(wait(300), clickNth('.event-open', 1), wait(50)),
  }),
  view('settings-feed', 'filtered', {
    act: steps(wait(300), click('.preview-step .icon-button:last-child'), wait(50)),
  }),
  view('settings-feed', 'refused', {
    height,
    act: steps(
      wait(300),
      `harness.fail('changeFeed')`,
      type(title, 'Build {status}'),
      click('.rule-foot [type=submit]'),
      wait(50),
    ),
  }),
  view('settings-feed-quiet', 'example', {
    height,
    act: steps(wait(300), click('.sample summary'), scroll('.settings-body', 9999)),
  }),
  view('settings-feed-quiet', 'connection', {
    height,
    act: steps(wait(300), unfold, wait(50), end),
  }),
  view('settings-feed-preset', 'own', {
    act: steps(click('#setting-feed-words button'), wait(300)),
  }),
  view('settings-feed-preset', 'remove', { act: click('#setting-feed-remove button') }),
  view('feeds-notices', 'account-menu', { act: click('.account-button') }),
  view('feeds-alone', 'narrow', { width: 320 }),
];
