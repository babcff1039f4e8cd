import type * as v from 'valibot';
import type { DemoToken, DemoUser } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { RateLimit } from './limiter.ts';
import { checkParams } from './params.ts';

/** Who asks. */
export interface Caller {
  /** Null = without an account. */
  readonly user: DemoUser | null;
  /** Null with an account = its own (native) token. */
  readonly app: DemoToken | null;
}

interface EndpointRules {
  /** A permission that an app's token must hold. */
  readonly permission?: string;
  /** For native tokens only. */
  readonly nativeOnly?: boolean;
  /** May be asked for by GET, too. */
  readonly allowGet?: boolean;
  readonly rateLimit?: RateLimit;
}

/** One endpoint of the API, ready to be called. */
export interface Endpoint extends EndpointRules {
  readonly name: string;
  readonly needsUser: boolean;
  /** The result as JSON; undefined = 204 without a body. Throws ApiError. */
  run(world: World, caller: Caller, body: unknown): unknown;
}

/** An endpoint that everybody may call; `user` is null without an account. */
export function openEndpoint<Schema extends v.GenericSchema>(
  name: string,
  rules: EndpointRules,
  schema: Schema,
  run: (world: World, params: v.InferOutput<Schema>, user: DemoUser | null) => unknown,
): Endpoint {
  return {
    name,
    needsUser: false,
    ...rules,
    run: (world, caller, body) => run(world, checkParams(schema, body), caller.user),
  };
}

/** An endpoint that needs an account. */
export function userEndpoint<Schema extends v.GenericSchema>(
  name: string,
  rules: EndpointRules,
  schema: Schema,
  run: (world: World, params: v.InferOutput<Schema>, user: DemoUser, caller: Caller) => unknown,
): Endpoint {
  return {
    name,
    needsUser: true,
    ...rules,
    run(world, caller, body) {
      if (caller.user === null) throw new Error(`${name} was called without an account.`);
      return run(world, checkParams(schema, body), caller.user, caller);
    },
  };
}
