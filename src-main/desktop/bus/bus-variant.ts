import { Variant } from '@particle/dbus-next/lib/variant.js';

/** A value with its type, where a D-Bus signature says `v`. */
export function busVariant(signature: string, value: unknown): unknown {
  return new Variant(signature, value);
}
