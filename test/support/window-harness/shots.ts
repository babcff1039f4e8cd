import type { Locale } from '../../../src-main/ipc/contract.ts';
import { states } from './fixtures/states.ts';
import { answerShots } from './shots-answers.ts';
import { entryShots } from './shots-entry.ts';
import { historyShots } from './shots-history.ts';
import { settingsShots } from './shots-settings.ts';
import { textShots } from './shots-text.ts';

/** One picture: a state, how the window is, and what is done in the page before. */
export interface Shot {
  readonly name: string;
  readonly state: string;
  readonly theme: 'light' | 'dark';
  readonly locale: Locale;
  /** CSS px of the window at a zoom of 1. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** JavaScript for the page; it may await. */
  readonly act: string | null;
}

function shot(state: string, given: Partial<Shot> & { readonly as?: string } = {}): Shot {
  const { as, ...rest } = given;
  return {
    name: [state, as].filter((part) => part !== undefined).join('-'),
    state,
    theme: 'light',
    locale: 'en',
    width: 400,
    height: 640,
    zoom: 1,
    act: null,
    ...rest,
  };
}

const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const press = (key: string) =>
  `window.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)} }))`;
const scroll = (top: number) => `document.querySelector('.list-scroller').scrollTop = ${top}`;
const openPins = `${click('.timeline-picker')}; ${click('.menu-entry:last-of-type')}`;
const pinsEnd = `document.querySelector('dialog').scrollTop = 9999`;
const theme = 'dark';

/** Every state once in each theme, and what else is to be looked at. */
export const shots: readonly Shot[] = [
  ...Object.keys(states).flatMap((state) => [shot(state), shot(state, { as: 'dark', theme })]),
  ...(['ja', 'ko', 'zh-CN'] as const).flatMap((locale) =>
    ['first', 'sign-in-waiting', 'consent', 'notices', 'timeline', 'settings', 'notices-empty'].map(
      (state) => shot(state, { as: locale, locale }),
    ),
  ),
  ...['first', 'notices-several', 'timeline', 'timeline-hostile', 'settings'].flatMap((state) => [
    shot(state, { as: 'narrow', width: 320 }),
    shot(state, { as: 'wide', width: 800 }),
    shot(state, { as: 'zoom200', zoom: 2 }),
  ]),
  ...(['en', 'ja', 'ko', 'zh-CN'] as const).map((locale) =>
    shot('settings-network-proxy', { as: `whole-${locale}`, locale, height: 1_150 }),
  ),
  shot('timeline', { as: 'scrolled', act: scroll(700) }),
  shot('timeline', { as: 'scrolled-dark', theme, act: scroll(700) }),
  ...[600, 1200, 1800, 2400, 3000].map((top) =>
    shot('timeline-hostile', { as: `at-${top}`, act: scroll(top) }),
  ),
  shot('timeline-anchored', {
    as: 'new',
    act: `harness.send({ kind: 'timeline-insert', timeline: { accountId: 'alice', key: 'home' }, note: { ...harness.note('long-0'), id: 'n1', createdAt: Date.now() }, most: 400 })`,
  }),
  shot('timeline-several', { as: 'account-menu', act: click('.account-button') }),
  shot('timeline-several', { as: 'account-menu-dark', theme, act: click('.account-button') }),
  shot('timeline', { as: 'timeline-menu', act: click('.timeline-picker') }),
  ...[
    { as: 'en', locale: 'en' as const },
    { as: 'dark', theme: 'dark' as const },
    { as: 'ja', locale: 'ja' as const },
    { as: 'ko', locale: 'ko' as const },
    { as: 'zh', locale: 'zh-CN' as const },
    { as: 'wide', width: 1100 },
  ].flatMap(({ as, ...given }) => [
    shot('timeline-pinned', { ...given, as: `menu-${as}`, act: click('.timeline-picker') }),
    shot('timeline-pinned', { ...given, as: `pins-${as}`, act: openPins }),
    shot('timeline-pinned', { ...given, as: `pins-end-${as}`, act: `${openPins}; ${pinsEnd}` }),
    shot('guest', { ...given, as: `shown-${as}` }),
  ]),
  shot('timeline-pinned', {
    as: 'pins-loading',
    act: `harness.hold('listTimelines'); ${openPins}; ${pinsEnd}`,
  }),
  shot('timeline-pinned', {
    as: 'pins-failed',
    act: `harness.fail('listTimelines'); ${openPins}; ${pinsEnd}`,
  }),
  shot('timeline-pinned', {
    as: 'menu-beside',
    width: 1100,
    act: `${click('.timeline-picker')}; ${click('.menu-entry:nth-last-of-type(2)')}`,
  }),
  ...(['light', 'dark'] as const).flatMap((look) => [
    shot('columns', { as: `wide-${look}`, theme: look, width: 1100 }),
    shot('columns', { as: `two-${look}`, theme: look, width: 760 }),
  ]),
  shot('columns', { as: 'wide-ja', locale: 'ja', width: 1100 }),
  shot('timeline', { as: 'pause-menu', act: click('.header .icon-button:nth-of-type(2)') }),
  shot('timeline', { as: 'more-menu', act: click('.header .icon-button:nth-of-type(3)') }),
  shot('timeline', { as: 'keys', act: press('?') }),
  shot('timeline', { as: 'focus', act: `${press('j')}; ${press('j')}` }),
  shot('timeline', {
    as: 'failure',
    act: "harness.fail('openLink'); document.querySelector('[title^=https]').click()",
  }),
  shot('first', { as: 'advanced', act: click('summary') }),
  shot('timeline-hostile', {
    as: 'revealed',
    act: `${scroll(1500)}; document.querySelectorAll('.file.blurred button').forEach((b) => b.click())`,
  }),
  ...answerShots(shot),
  ...historyShots(shot),
  ...textShots(shot),
  ...settingsShots(shot),
  ...entryShots(shot),
];
