import type { AnswerKey } from '../app/keys.ts';

/** Carries out a key on a note that is shown. Answers whether it meant anything there. */
export type AnswerByKey = (key: AnswerKey) => boolean;

const answerables = new WeakMap<Element, AnswerByKey>();
const marker = 'data-answerable';

/** Lets the keys answer what an element shows, while it is on the page. */
export function makeAnswerable(element: HTMLElement, answer: AnswerByKey): void {
  element.setAttribute(marker, '');
  answerables.set(element, answer);
}

/**
 * Carries out a key on what has the focus: on what the focus is in, or else on the last note within
 * (an entry of a list holds one; a note that stands alone has the one that it answers before it).
 */
export function answerFocused(focused: Element | null, key: AnswerKey): boolean {
  if (focused === null) return false;
  const around = focused.closest(`[${marker}]`);
  const within = focused.matches('.list-item, .detail')
    ? [...focused.querySelectorAll(`[${marker}]`)].at(-1)
    : null;
  const answer = answerables.get(around ?? within ?? focused);
  return answer?.(key) ?? false;
}
