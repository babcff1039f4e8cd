import { click, clickNth, scroll, steps, type View, view, wait } from './view.ts';

const unfold = `document.querySelectorAll('.fold-toggle').forEach((one) => one.click())`;
const open = (index: number) => steps(clickNth('.file-open', index), wait(400));
const zoomIn = click('.viewer-percent + .viewer-button');
const list = '.list-scroller';

/** Texts as people write them, and files in the viewer. */
export const textViews: readonly View[] = [
  ...[0, 560, 1120, 1680].map((top) =>
    view('text', `at-${top}`, { act: steps(unfold, scroll(list, top)), ofPeople: true }),
  ),
  ...[700, 1400, 2100].map((top) =>
    view('text-hostile', `at-${top}`, { act: scroll(list, top), ofPeople: true }),
  ),
  ...[600, 1200, 1800, 2400, 3000].map((top) =>
    view('timeline-hostile', `at-${top}`, { act: scroll(list, top), ofPeople: true }),
  ),
  view('timeline-hostile', 'revealed', {
    act: steps(
      scroll(list, 1500),
      `document.querySelectorAll('.file.blurred button').forEach((one) => one.click())`,
    ),
    ofPeople: true,
  }),
  view('media', 'picture', { act: open(0) }),
  view('media', 'long-alt', { act: open(1) }),
  view('media', 'zoomed', { act: steps(open(0), zoomIn), ofPeople: true }),
  view('media', 'veiled', { act: steps(open(1), click('.viewer-step.next')) }),
  view('media', 'film', { act: open(4) }),
  view('media', 'sound', { act: open(5) }),
  view('media', 'failed', { act: open(7) }),
];
