import * as v from 'valibot';
import type { Log } from '../../log.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import { Asides, type AsidesOptions } from './asides.ts';
import { type ChatMessage, chatHistorySchema, chatMessageSchema } from './inbox-schemas.ts';
import { conversationOf, noticeFromChat } from './notice-from-chat.ts';

/** Conversations that are looked through for unread messages; the server allows 100. */
const mostConversations = 50;

export interface ChatFeedOptions extends AsidesOptions {
  readonly api: MisskeyApi;
  readonly log: Log;
}

/**
 * Chat messages: they raise no notification, only an event of `main` some seconds later if they are
 * unread by then (PROTOCOL §0). Of each conversation in which something was missed, the newest rings.
 */
export class ChatFeed {
  readonly #options: ChatFeedOptions;
  readonly #asides: Asides;
  #mayRead = true;

  constructor(options: ChatFeedOptions) {
    this.#options = options;
    this.#asides = new Asides('chat', options);
  }

  /** `newChatMessage`, or `unreadMessagingMessage` of a server of the v12 era. */
  onMessage(body: unknown): void {
    const { account, log } = this.#options;
    const parsed = v.safeParse(chatMessageSchema, body);
    if (parsed.success) this.#asides.ring(noticeFromChat(account, parsed.output));
    else log.warn('a chat message could not be read');
  }

  /** All were read, as servers of the v12 era tell. */
  onReadAll(): void {
    this.#asides.read(() => true);
  }

  /**
   * After each connect: what was missed rings, and what was read elsewhere is read here. Without the
   * permission `read:chat` only what comes live rings.
   * @param hasUnread whether the server says that some are unread; null = it has no chat.
   * @param userId the account's own.
   * @param before the ids of the notices that were there when the server was asked.
   * @throws ApiError
   */
  async onUnread(
    hasUnread: boolean | null,
    userId: string,
    before: ReadonlySet<string>,
    wanted: () => boolean,
  ): Promise<void> {
    if (hasUnread === null) return;
    if (!hasUnread) {
      this.#asides.read(({ id }) => before.has(id));
      this.#asides.ringMissed([]);
      return;
    }
    const newest = await this.#newestMessages();
    if (newest === null || !wanted()) return;
    const address = (message: ChatMessage) => JSON.stringify(conversationOf(message, userId));
    const read = new Set(newest.filter(({ isRead }) => isRead).map(address));
    this.#asides.read(({ id, target }) => before.has(id) && read.has(JSON.stringify(target)));
    this.#asides.ringMissed(
      newest
        .filter(({ isRead, fromUser }) => !isRead && fromUser?.id !== userId)
        .map((message) => noticeFromChat(this.#options.account, message)),
    );
  }

  /** The newest of each conversation, with people and in rooms; null without the permission to read them. */
  async #newestMessages(): Promise<readonly ChatMessage[] | null> {
    const { api, log } = this.#options;
    if (!this.#mayRead) return null;
    try {
      const limit = mostConversations;
      const people = await api.call('chat/history', { limit, room: false }, chatHistorySchema);
      const rooms = await api.call('chat/history', { limit, room: true }, chatHistorySchema);
      return [...people.items, ...rooms.items];
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'permission-denied') throw error;
      // A new token gets a new feed: this one need not ask again.
      this.#mayRead = false;
      log.warn('missed chat messages cannot be read', { error: error.message });
      return null;
    }
  }
}
