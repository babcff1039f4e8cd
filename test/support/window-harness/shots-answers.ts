import type { Shot } from './shots.ts';

type Given = Partial<Shot> & { readonly as: string };

const element = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
const click = (selector: string) => `${element(selector)}.click()`;
/** A button in the bar of the note so many places from the top. */
const action = (index: number, button: number) =>
  `document.querySelectorAll('.action-bar')[${index}].querySelectorAll('.action')[${button}].click()`;
const wait = (ms: number) => `await new Promise((done) => setTimeout(done, ${ms}))`;
const steps = (...acts: readonly string[]) =>
  `await (async () => { ${acts.map((act) => `${act};`).join(' ')} })()`;
const type = (selector: string, text: string) =>
  `(() => { const field = ${element(selector)}; field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`;
const picker = steps(action(1, 2), wait(400));
const longText = 'A sentence that says the same again and again. '.repeat(70);

const looks = [
  { as: 'light' },
  { as: 'dark', theme: 'dark' },
  { as: 'ja', locale: 'ja' },
  { as: 'ko', locale: 'ko', theme: 'dark' },
  { as: 'zh', locale: 'zh-CN' },
  { as: 'narrow', width: 320 },
  { as: 'zoom200', zoom: 2 },
] as const satisfies readonly Given[];

/** What is to be looked at of the answers: each in several looks. */
export function answerShots(shot: (state: string, given: Given) => Shot): readonly Shot[] {
  const each = (state: string, name: string, act: string | null, more: Partial<Shot> = {}) =>
    looks.map((look) => shot(state, { ...look, ...more, as: `${name}-${look.as}`, act }));
  return [
    ...each('answers', 'hover', `document.querySelector('.list-item').focus()`),
    ...each('answers', 'polls', `document.querySelector('.list-scroller').scrollTop = 470`),
    ...each('answers', 'end', `document.querySelector('.list-scroller').scrollTop = 9999`),
    ...each('answers', 'more', action(0, 3)),
    ...each('answers', 'renote', action(0, 1)),
    ...each('answers', 'picker', picker),
    ...each(
      'answers',
      'picker-custom',
      steps(picker, `document.querySelector('.emoji-grid').scrollTo(0, 700)`, wait(100)),
    ),
    ...each(
      'answers',
      'picker-search',
      steps(picker, type('.emoji-search input', 'cat'), wait(50)),
    ),
    ...each('answers', 'picker-none', steps(picker, type('.emoji-search input', 'qqqq'))),
    ...each('answers', 'delete', steps(action(0, 3), click('.menu-entry:last-of-type'))),
    ...each('answers', 'mute', steps(action(1, 3), click('.menu-entry:last-of-type'))),
    ...each('composer', 'new', null),
    ...each('composer-reply', 'reply', null),
    ...each('composer-direct', 'direct', null),
    ...each('composer', 'over', type('.composer-text', longText)),
    ...each(
      'composer',
      'error',
      steps(
        `harness.fail('postNote')`,
        type('.composer-text', 'Will this be posted?'),
        click('.composer-post'),
        wait(50),
      ),
    ),
    ...each('composer', 'visibility', steps(wait(50), click('.composer-visibility'))),
    ...each(
      'composer',
      'emoji',
      steps(wait(50), click('.composer-foot .icon-button:nth-of-type(4)'), wait(400)),
    ),
    ...each(
      'composer',
      'discard',
      steps(type('.composer-text', 'Hello'), click('.composer-head .icon-button')),
    ),
    ...each('composer-reply', 'low', null, { height: 400 }),
    shot('composer', {
      as: 'posting',
      act: steps(
        `harness.hold('postNote')`,
        type('.composer-text', 'Hello'),
        click('.composer-post'),
      ),
    }),
    shot('composer', {
      as: 'posted',
      act: steps(type('.composer-text', 'Hello'), click('.composer-post'), wait(50)),
    }),
    ...each('answers-notices', 'all', null),
    ...each('answers-notices', 'each', steps(wait(50), click('.notice-faces'))),
    ...each('person-follows', 'all', null),
    ...each('person-requests', 'all', null),
  ];
}
