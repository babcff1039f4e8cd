import { click, clickNth, focus, scroll, steps, type, type View, view, wait } from './view.ts';

/** A button in the bar of the note so many places from the top. */
const action = (index: number, button: number) =>
  `document.querySelectorAll('.action-bar')[${index}].querySelectorAll('.action')[${button}].click()`;
const picker = steps(action(1, 2), wait(400));
const longText = 'A sentence that says the same again and again. '.repeat(70);
const write = (text: string) => type('.composer-text', text);

/** What is to be looked at of the answers. */
export const answerViews: readonly View[] = [
  view('answers', 'focused', { act: focus('.list-item') }),
  view('answers', 'polls', { act: scroll('.list-scroller', 470) }),
  view('answers', 'end', { act: scroll('.list-scroller', 9999) }),
  view('answers', 'more', { act: action(0, 3) }),
  view('answers', 'renote', { act: action(0, 1) }),
  view('answers', 'delete', { act: steps(action(0, 3), click('.menu-entry:last-of-type')) }),
  view('answers', 'mute', { act: steps(action(1, 3), click('.menu-entry:last-of-type')) }),
  view('answers', 'picker', { act: picker }),
  view('answers', 'picker-custom', {
    act: steps(picker, scroll('.emoji-grid', 700), wait(100)),
  }),
  view('answers', 'picker-search', {
    act: steps(picker, type('.emoji-search input', 'cat'), wait(50)),
  }),
  view('answers', 'picker-none', { act: steps(picker, type('.emoji-search input', 'qqqq')) }),
  view('composer', 'over', { act: write(longText) }),
  view('composer', 'error', {
    act: steps(
      `harness.fail('postNote')`,
      write('Will this be posted?'),
      click('.composer-post'),
      wait(50),
    ),
  }),
  view('composer', 'visibility', { act: steps(wait(50), click('.composer-visibility')) }),
  view('composer', 'emoji', {
    act: steps(wait(50), click('.composer-foot .icon-button:nth-of-type(4)'), wait(400)),
  }),
  view('composer', 'discard', {
    act: steps(write('Hello'), click('.composer-head .icon-button')),
  }),
  view('composer', 'posting', {
    act: steps(`harness.hold('postNote')`, write('Hello'), click('.composer-post')),
  }),
  view('composer', 'posted', { act: steps(write('Hello'), click('.composer-post'), wait(50)) }),
  view('composer-reply', 'low', { height: 400 }),
  view('answers-notices', 'each', { act: steps(wait(50), clickNth('.notice-faces', 0)) }),
];
