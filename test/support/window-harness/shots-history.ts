import type { Shot } from './shots.ts';

type Given = Partial<Shot> & { readonly as: string };

const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const wait = (ms: number) => `await new Promise((done) => setTimeout(done, ${ms}))`;
const type = (text: string) =>
  `(() => { const field = document.querySelector('.search-field input'); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`;
const steps = (...acts: readonly string[]) =>
  `await (async () => { ${acts.map((act) => `${act};`).join(' ')} })()`;
const open = steps(click('.notice-search'), wait(300));

const looks = [
  { as: 'light' },
  { as: 'dark', theme: 'dark' },
  { as: 'ja', locale: 'ja' },
  { as: 'ko', locale: 'ko', theme: 'dark' },
  { as: 'zh', locale: 'zh-CN' },
  { as: 'narrow', width: 320 },
  { as: 'zoom200', zoom: 2 },
] as const satisfies readonly Given[];

/** What is to be looked at of the search and of the page about the history: each in several looks. */
export function historyShots(shot: (state: string, given: Given) => Shot): readonly Shot[] {
  const each = (state: string, name: string, act: string) =>
    looks.map((look) => shot(state, { ...look, as: `${name}-${look.as}`, act }));
  return [
    ...each('notices-several', 'search', open),
    ...each('notices-several', 'search-none', steps(open, type('zzz'), wait(500))),
    ...each(
      'notices-several',
      'search-kinds',
      steps(
        open,
        click('.search-filters .chip:last-of-type'),
        wait(100),
        click('.search-filters [aria-haspopup]'),
      ),
    ),
    ...each('notices', 'item-menu', steps(wait(100), click('.notice-menu'))),
    ...each(
      'notices',
      'item-delete',
      steps(wait(100), click('.notice-menu'), wait(50), click('.menu-entry:last-of-type')),
    ),
    ...each('settings-history', 'page', wait(200)),
    ...each('settings-history', 'erase', steps(wait(200), click('.button.danger'))),
  ];
}
