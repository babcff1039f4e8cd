import type { ConsoleMessage, Page } from '@playwright/test';
import type { Calls, Locale, Patch } from '../../../src-main/ipc/contract.ts';

/** A call that the window made. */
export interface BridgeCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface ShownState {
  /** A name of fixtures/states.ts. */
  readonly state: string;
  readonly theme?: 'light' | 'dark';
  readonly locale?: Locale;
}

/** Where a list stands: the first item on the screen and how much of it is scrolled out, in px. */
export interface ReadPlace {
  readonly item: string;
  readonly out: number;
  readonly top: number;
}

/**
 * Drives the window in its harness. What runs in the page is written as text: the tests are typed
 * without a page.
 */
export class WindowDriver {
  readonly page: Page;
  /** Everything that the page complained about: errors, warnings, what the CSP refused. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', this.#onConsole);
    page.on('pageerror', this.#onError);
  }

  /** Stops listening to the page, which lives on. */
  stop(): void {
    this.page.off('console', this.#onConsole);
    this.page.off('pageerror', this.#onError);
  }

  readonly #onConsole = (message: ConsoleMessage) => {
    // The fixtures name pictures that are not there, on purpose.
    const isExpected = message.text().includes('404');
    if (/error|warning/.test(message.type()) && !isExpected) this.complaints.push(message.text());
  };

  readonly #onError = (error: Error) => {
    this.complaints.push(String(error));
  };

  /** Loads the page anew on a fixture. */
  async show({ state, theme = 'light', locale = 'en' }: ShownState): Promise<void> {
    await this.page.goto(`suzu://app/index.html?state=${state}&theme=${theme}&locale=${locale}`);
    await this.page.locator('.window').waitFor();
  }

  /** The calls of one name that the window made since it was loaded. */
  async calls(name: keyof Calls): Promise<readonly (readonly unknown[])[]> {
    const calls = await this.allCalls();
    return calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  allCalls(): Promise<readonly BridgeCall[]> {
    return this.page.evaluate<readonly BridgeCall[]>('harness.calls()');
  }

  /** Sends patches at once, as the main process would. */
  async send(...patches: readonly Patch[]): Promise<void> {
    await this.page.evaluate(`harness.send(...${JSON.stringify(patches)})`);
  }

  /** Makes every later call of this name fail. */
  async fail(name: keyof Calls): Promise<void> {
    await this.page.evaluate(`harness.fail('${name}')`);
  }

  /** Makes every later call of this name wait until it is released. */
  async hold(name: keyof Calls): Promise<void> {
    await this.page.evaluate(`harness.hold('${name}')`);
  }

  /** Answers what was held, and no longer holds what comes. */
  async release(name: keyof Calls): Promise<void> {
    await this.page.evaluate(`harness.release('${name}')`);
    await this.painted();
  }

  readingPlace(): Promise<ReadPlace> {
    return this.page.evaluate<ReadPlace>(`(() => {
      const scroller = [...document.querySelectorAll('.list-scroller')].find((one) => one.offsetParent);
      const { top } = scroller.getBoundingClientRect();
      const first = [...scroller.querySelectorAll('article')].find(
        (item) => item.getBoundingClientRect().bottom > top + 0.5,
      );
      return {
        item: first.querySelector('.mfm').textContent.split('.')[0],
        out: Math.round((top - first.getBoundingClientRect().top) * 100) / 100,
        top: scroller.scrollTop,
      };
    })()`);
  }

  /** Scrolls the list that is shown, as a wheel would. */
  async scrollTo(top: number): Promise<void> {
    await this.page.evaluate(
      `document.querySelector('.list:not([hidden]) .list-scroller').scrollTo(0, ${top})`,
    );
    await this.painted();
  }

  /** Until what follows from a change of the layout has happened and is on the screen. */
  async painted(): Promise<void> {
    await this.page.evaluate(`new Promise((done) => {
      const frames = (left) => (left === 0 ? done() : requestAnimationFrame(() => frames(left - 1)));
      frames(4);
    })`);
  }
}
