import { type DialectName, dialectOf } from './dialects/index.ts';
import type {
  Faults,
  ForcedAnswer,
  SeenFrame,
  SeenRequest,
  SeenUpgrade,
  Sightings,
  UpgradeRefusal,
} from './faults.ts';
import type { Hub } from './stream/hub.ts';
import { issueToken, usualPermissions } from './world/tokens.ts';
import {
  getOrMake,
  type NoteLimits,
  type Policies,
  requireUser,
  type World,
} from './world/world.ts';

/** What tests do to the server, and what they see of its clients. */
export interface DemoLevers {
  /**
   * A token for a user. Without permissions it has those that Suzu asks for; `native` makes the web client's
   * own kind of token, which may do everything. No `createToken` notification is raised (see the act).
   */
  issueToken(username: string, permissions?: readonly string[] | 'native'): string;
  /** Open streams go on; the next connect gets 401. */
  revokeToken(token: string): void;
  /** Open streams go on; the next connect and every call gets 403. */
  suspend(username: string, suspended?: boolean): void;
  /** Answers every upgrade so, until null. */
  refuseUpgradesWith(refusal: number | UpgradeRefusal | null): void;
  /** Makes an endpoint (`i`, `notes/timeline`, …; `*` = all) answer so, until null. */
  answerApiWith(endpoint: string, answer: ForcedAnswer | null): void;
  /** Takes on the ways of a fork or of an older server (PROTOCOL §8); best before anybody connects. */
  behaveAs(dialect: DialectName): void;
  /** Refuses these channels without a word: no `connected`, no error. An empty list refuses none. */
  refuseChannels(names: readonly string[]): void;
  /**
   * Sets the role policies. Where one forbids a timeline, HTTP answers 400 (LTL_DISABLED, …), and the
   * channel is confirmed and then stays mute.
   */
  setPolicies(policies: Partial<Policies>): void;
  /** Sets what the server takes of a note. */
  setNoteLimits(limits: Partial<NoteLimits>): void;
  /** One user blocks another; `name@host` for one of another server. */
  block(blocker: string, blockee: string): void;
  /** Leaves the protocol pings of clients unanswered. */
  stallPongs(stalled: boolean): void;
  /** Sends the text (or, for a Buffer, a binary frame) as it is to all sockets of the account. */
  sendRaw(data: string | Buffer, username?: string): void;
  /** Destroys all sockets while the server goes on: the clients see 1006. */
  dropConnections(): void;
  /** Closes all sockets with a close frame, as some forks do. */
  closeConnections(code: number, reason?: string): void;
  /** How many stream sockets are open now. */
  readonly connectionCount: number;
  /** Every upgrade, with what was answered, oldest first. */
  readonly upgrades: readonly SeenUpgrade[];
  /** Every HTTP request, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Every frame from clients, oldest first. */
  readonly frames: readonly SeenFrame[];
}

export function createLevers(
  world: World,
  faults: Faults,
  sightings: Sightings,
  hub: Hub,
  account: string,
): DemoLevers {
  return {
    issueToken(username, permissions = usualPermissions) {
      const granted = permissions === 'native' ? null : permissions;
      return issueToken(world, requireUser(world, username), granted).token;
    },
    revokeToken(token) {
      world.tokens.delete(token);
    },
    suspend(username, suspended = true) {
      requireUser(world, username).isSuspended = suspended;
    },
    refuseUpgradesWith(refusal) {
      faults.upgradeRefusal = typeof refusal === 'number' ? { status: refusal } : refusal;
    },
    answerApiWith(endpoint, answer) {
      if (answer === null) faults.answers.delete(endpoint);
      else faults.answers.set(endpoint, answer);
    },
    behaveAs(dialect) {
      world.dialect = dialectOf(dialect);
    },
    refuseChannels(names) {
      faults.refusedChannels = new Set(names);
    },
    setPolicies(policies) {
      Object.assign(world.policies, policies);
    },
    setNoteLimits(limits) {
      Object.assign(world.noteLimits, limits);
    },
    block(blocker, blockee) {
      const blocked = getOrMake(world.blocks, requireUser(world, blocker).id, () => new Set());
      blocked.add(requireUser(world, blockee).id);
    },
    stallPongs(stalled) {
      faults.pongsStalled = stalled;
    },
    sendRaw: (data, username = account) => hub.sendRaw(username, data),
    dropConnections: () => hub.dropAll(),
    closeConnections: (code, reason = '') => hub.close(code, reason),
    get connectionCount() {
      return hub.size;
    },
    upgrades: sightings.upgrades,
    requests: sightings.requests,
    frames: sightings.frames,
  };
}
