import { states } from './fixtures/states.ts';
import { answerViews } from './shots-answers.ts';
import { historyViews } from './shots-history.ts';
import { settingsPages, settingsViews } from './shots-settings.ts';
import { textViews } from './shots-text.ts';
import { click, focus, type Look, press, scroll, steps, type View, view, wait } from './view.ts';

const openTimelines = click('.timeline-picker');
const openPins = steps(openTimelines, click('.menu-entry:last-of-type'));
const pinsEnd = scroll('dialog', 9999);
const account = '.account-button';

/** Everything that is to be looked at; each name stands once. */
export const views: readonly View[] = [
  ...Object.keys(states)
    .filter((state) => !settingsPages.has(state))
    .map((state) => view(state)),
  ...['first', 'notices-several', 'timeline', 'settings'].map((state) =>
    view(state, 'narrow', { width: 320 }),
  ),
  view('notices', 'focused', { act: steps(press('j'), press('j')) }),
  view('timeline', 'focused', { act: steps(press('j'), press('j')) }),
  view('timeline', 'tab-focused', { act: focus('[role=tab][aria-selected=true]') }),
  view('settings', 'focused', { act: focus('.settings-entry') }),
  view('timeline', 'scrolled', { act: scroll('.list-scroller', 700) }),
  view('timeline-anchored', 'new', {
    act: `harness.send({ kind: 'timeline-insert', timeline: { accountId: 'alice', key: 'home' }, note: { ...harness.note('long-0'), id: 'n1', createdAt: Date.now() }, most: 400 })`,
  }),
  view('timeline-several', 'account-menu', { act: click(account) }),
  view('timeline', 'account-menu', { act: click(account) }),
  view('timeline-pinned', 'menu', { act: openTimelines }),
  view('timeline-pinned', 'pins', { act: openPins }),
  view('timeline-pinned', 'pins-end', { act: steps(openPins, wait(100), pinsEnd) }),
  view('timeline-pinned', 'pins-loading', {
    act: steps(`harness.hold('listTimelines')`, openPins, pinsEnd),
  }),
  view('timeline-pinned', 'pins-failed', {
    act: steps(`harness.fail('listTimelines')`, openPins, wait(50), pinsEnd),
  }),
  view('timeline-pinned', 'menu-beside', {
    width: 1100,
    act: steps(openTimelines, click('.menu-entry:nth-last-of-type(2)')),
  }),
  view('columns', 'two', { width: 760 }),
  view('columns', 'wide', { width: 1100 }),
  view('timeline', 'pause-menu', {
    act: click('.header-row:first-of-type .icon-button[aria-haspopup]'),
  }),
  view('paused', 'menu', { act: click('.header-row:first-of-type .icon-button[aria-haspopup]') }),
  view('timeline', 'more-menu', {
    act: click('.header-row:first-of-type .icon-button:last-of-type'),
  }),
  view('timeline', 'keys', { act: press('?') }),
  view('timeline', 'failure', {
    act: steps(`harness.fail('openLink')`, click('[title^=https]')),
  }),
  view('first', 'advanced', { act: click('summary') }),
  ...answerViews,
  ...historyViews,
  ...textViews,
  ...settingsViews,
];

/** The looks in which every view is taken for `--all`: each language at 100 % and 200 %, and forced colours. */
export const everyLook: readonly Look[] = [
  ...(['en', 'ja', 'ko', 'zh-CN'] as const).flatMap((locale) =>
    ([1, 2] as const).map((zoom): Look => ({ locale, zoom, themes: ['light', 'dark'] })),
  ),
  // Last: Chromium keeps the white ground of forced colours until it ends.
  { locale: 'en', zoom: 1, themes: ['forced'] },
];

/** The look for a quick one. */
export const plainLook: Look = { locale: 'en', zoom: 1, themes: ['light', 'dark'] };
