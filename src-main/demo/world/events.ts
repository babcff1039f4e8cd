import type { DemoNote } from './model.ts';

/** Something that happened, as the streaming side learns of it. Bodies are ready to be sent. */
export type WorldEvent =
  | {
      readonly kind: 'main';
      readonly userId: string;
      readonly type: string;
      readonly body: unknown;
    }
  | { readonly kind: 'note'; readonly note: DemoNote; readonly packed: Packed }
  | {
      readonly kind: 'noteUpdated';
      readonly note: DemoNote;
      readonly type: string;
      readonly body: unknown;
    }
  | { readonly kind: 'broadcast'; readonly type: string; readonly body: unknown }
  | {
      readonly kind: 'drive';
      readonly userId: string;
      readonly type: string;
      readonly body: unknown;
    }
  | {
      readonly kind: 'list';
      readonly listId: string;
      readonly type: string;
      readonly body: unknown;
    }
  | {
      readonly kind: 'chat';
      /** The two people of the conversation. */
      readonly userIds: readonly [string, string];
      readonly type: string;
      readonly body: unknown;
    };

/** A thing in the form in which clients get it. */
export type Packed = Readonly<Record<string, unknown>>;

export interface EventBus {
  publish(event: WorldEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
}

/** Delivers at once and to those who listen at that moment; what nobody hears is lost, as with Redis. */
export function createEventBus(): EventBus {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
