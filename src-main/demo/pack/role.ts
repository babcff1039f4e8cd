import type { Packed } from '../world/events.ts';
import type { DemoRole } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { isoTime } from './time.ts';

/** A role as profiles and notifications carry it. */
export function packRoleLite({ id, name, color, description }: DemoRole, displayOrder = 0): Packed {
  return {
    id,
    name,
    color,
    description,
    iconUrl: null,
    isModerator: false,
    isAdministrator: false,
    displayOrder,
  };
}

/** A role as the list of roles carries it. */
export function packRole(world: World, role: DemoRole): Packed {
  const createdAt = isoTime(world.clock.now());
  return {
    ...packRoleLite(role),
    createdAt,
    updatedAt: createdAt,
    target: 'manual',
    condFormula: {},
    isPublic: true,
    isExplorable: role.isExplorable,
    asBadge: false,
    preserveAssignmentOnMoveAccount: false,
    canEditMembersByModerator: false,
    policies: {},
    usersCount: [...world.users.values()].filter(({ roles }) => roles.includes(role)).length,
  };
}
