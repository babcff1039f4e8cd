import {
  type DesktopState,
  type DesktopWatch,
  untoldDesktop,
} from '../../engine/notices/desktop-state.ts';
import type { Fact } from './fact.ts';

/** What can be found out beside the window's focus, which Suzu knows itself. */
export type DesktopFacts = Readonly<Record<Exclude<keyof DesktopState, 'windowFocused'>, Fact>>;

/** A DesktopWatch that is told of Suzu's own window. */
export interface OwnDesktopWatch extends DesktopWatch {
  setWindowFocused(isFocused: boolean): void;
}

/** Follows all facts, and tells of those that change. */
export function watchFacts(facts: DesktopFacts): OwnDesktopWatch {
  let state: DesktopState = untoldDesktop;
  const listeners = new Set<(state: DesktopState) => void>();

  function change<Name extends keyof DesktopState>(name: Name, value: DesktopState[Name]): void {
    if (state[name] === value) return;
    state = { ...state, [name]: value };
    for (const listener of [...listeners]) listener(state);
  }

  const ends = [
    facts.doNotDisturb((told) => change('doNotDisturb', told)),
    facts.fullScreen((told) => change('fullScreen', told)),
    facts.locked((told) => change('locked', told)),
    facts.onBattery((told) => change('onBattery', told)),
    facts.metered((told) => change('metered', told)),
  ];

  return {
    get state() {
      return state;
    },
    setWindowFocused: (isFocused) => change('windowFocused', isFocused),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      listeners.clear();
      for (const end of ends) end();
    },
  };
}
