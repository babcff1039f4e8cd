import type { DemoRole } from './model.ts';
import type { World } from './world.ts';

/** A new public role that nobody has yet. */
export function addRole(world: World, name: string, isExplorable: boolean): DemoRole {
  const id = world.newId();
  const role: DemoRole = { id, name, color: '#966208', description: name, isExplorable };
  world.roles.set(id, role);
  return role;
}
