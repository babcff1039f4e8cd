import type { Locale } from '../../../src-main/ipc/contract.ts';

/** Something to be looked at: a state of the window, and what is done in the page before. */
export interface View {
  readonly name: string;
  /** A name of fixtures/states.ts. */
  readonly state: string;
  /** JavaScript for the page; it may await. */
  readonly act: string | null;
  /** DIP of the window, at any zoom. */
  readonly width: number;
  readonly height: number;
  /** Shows the words of people, and those of Suzu only that other views show too. */
  readonly ofPeople: boolean;
}

/** How a view is drawn. */
export interface Look {
  readonly locale: Locale;
  readonly zoom: 1 | 2;
  /** `forced` is the light theme in the colours of a high-contrast system. */
  readonly themes: readonly ('light' | 'dark' | 'forced')[];
}

type Given = Partial<Omit<View, 'name' | 'state'>>;

/** A view of a state, in a window as it first opens, with nothing done in it. */
export function view(state: string, as: string | null = null, given: Given = {}): View {
  return {
    name: as === null ? state : `${state}-${as}`,
    state,
    act: null,
    width: 400,
    height: 640,
    ofPeople: false,
    ...given,
  };
}

const element = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

export const click = (selector: string) => `${element(selector)}.click()`;
export const focus = (selector: string) => `${element(selector)}.focus()`;
/** Clicks what `click` would find so many places from the first. */
export const clickNth = (selector: string, index: number) =>
  `document.querySelectorAll(${JSON.stringify(selector)})[${index}].click()`;
export const scroll = (selector: string, top: number) => `${element(selector)}.scrollTo(0, ${top})`;
export const wait = (ms: number) => `await new Promise((done) => setTimeout(done, ${ms}))`;
export const type = (selector: string, text: string) =>
  `(() => { const field = ${element(selector)}; field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`;
export const steps = (...acts: readonly string[]) => acts.map((act) => `${act};`).join(' ');
export const press = (key: string) =>
  `window.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)} }))`;
