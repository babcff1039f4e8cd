import { type Accessor, createContext, createSignal, useContext } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { CallResult, Settings } from '../../src-main/ipc/contract.ts';

/** The settings, as the pages read and change them. */
export interface SettingsChanges {
  /** With what was just asked for and is not yet answered: a control shows at once what was chosen. */
  readonly settings: Accessor<Settings>;
  /**
   * Changes these fields. What is refused has been said to the reader by then, and `settings` is as it
   * was before.
   */
  readonly change: (changes: Partial<Settings>) => Promise<CallResult>;
}

/** The main process tells of a change at most so much later than it answers, in ms. */
const toldWithin = 1_000;

/** @param state holds what the main process last said */
export function createSettingsChanges(
  state: { readonly settings: Settings },
  changeSettings: (changes: Partial<Settings>) => Promise<CallResult>,
): SettingsChanges {
  const [asked, setAsked] = createSignal<readonly Partial<Settings>[]>([]);
  return {
    settings: () => {
      const settings: Settings = { ...state.settings };
      for (const changes of asked()) Object.assign(settings, changes);
      return settings;
    },
    change: async (changes) => {
      // The store's own objects do not pass the bridge.
      const plain = structuredClone(unwrap(changes));
      const forget = () => setAsked((before) => before.filter((other) => other !== plain));
      setAsked((before) => [...before, plain]);
      const result = await changeSettings(plain);
      if (result.ok) setTimeout(forget, toldWithin);
      else forget();
      return result;
    },
  };
}

const Context = createContext<SettingsChanges>();
export const SettingsChangesProvider = Context.Provider;

/** @throws when used outside the settings: a defect. */
export function useSettings(): SettingsChanges {
  const changes = useContext(Context);
  if (changes === undefined) throw new Error('useSettings: no settings above');
  return changes;
}
