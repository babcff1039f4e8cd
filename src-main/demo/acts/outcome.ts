import { inboxOf } from '../world/inbox.ts';
import type { DemoNote, DemoUser } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { ActResult } from './types.ts';

/** Carries out an act, which answers the note that it posted, and says what the account got from it. */
export function outcomeOf(world: World, account: DemoUser, act: () => DemoNote | null): ActResult {
  const newest = () => inboxOf(world, account.id).items.at(-1)?.id ?? null;
  const before = newest();
  const note = act();
  const after = newest();
  return { noteId: note?.id ?? null, notificationId: after === before ? null : after };
}
