import { packAnnouncement } from '../pack/announcement.ts';
import { packFile } from '../pack/file.ts';
import { packMe } from '../pack/me.ts';
import { packRoleLite } from '../pack/role.ts';
import { isoTime } from '../pack/time.ts';
import { packUserLite } from '../pack/user.ts';
import { readAnnouncement, unreadAnnouncements } from '../world/announcements.ts';
import {
  deleteNotification,
  flushNotifications,
  type NotificationInput,
  notify,
  readAllNotifications,
} from '../world/inbox.ts';
import type { DemoAnnouncement, DemoFile, DemoUser } from '../world/model.ts';
import { storeNote } from '../world/notes.ts';
import { addRole } from '../world/roles.ts';
import { requireUser, type World } from '../world/world.ts';
import { outcomeOf } from './outcome.ts';
import type { ActResult, DemoActs } from './types.ts';

type SystemActs = Omit<
  DemoActs,
  | keyof ReturnType<typeof import('./social.ts').socialActs>
  | keyof ReturnType<typeof import('./admin.ts').adminActs>
>;

/** What the server itself, an app, or another client of the account does. */
export function systemActs(world: World, account: DemoUser): SystemActs {
  const publishMain = (type: string, body: unknown) =>
    world.events.publish({ kind: 'main', userId: account.id, type, body });

  function tell(input: NotificationInput): ActResult {
    return outcomeOf(world, account, () => {
      notify(world, account.id, input);
      return null;
    });
  }

  return {
    app: (body, header = null, icon = null) => tell({ type: 'app', extra: { body, header, icon } }),
    test: () => tell({ type: 'test' }),
    login: () => {
      const result = tell({ type: 'login' });
      publishMain('signin', {
        id: world.newId(),
        createdAt: isoTime(world.clock.now()),
        ip: '127.0.0.1',
        headers: { 'user-agent': 'demo' },
        success: true,
      });
      return result;
    },
    createToken: () => tell({ type: 'createToken' }),
    achievement: (name) => {
      account.achievements.push({ name, unlockedAt: world.clock.now() });
      return tell({ type: 'achievementEarned', extra: { achievement: name } });
    },
    role: (name) => {
      const role = addRole(world, name, true);
      account.roles.push(role);
      return tell({ type: 'roleAssigned', extra: { role: packRoleLite(role) } });
    },
    export: (entity) => {
      const file = exportedFile(world, account, entity);
      world.files.set(file.id, file);
      const body = packFile(world, file);
      world.events.publish({ kind: 'drive', userId: account.id, type: 'fileCreated', body });
      publishMain('driveFileCreated', body);
      return tell({
        type: 'exportCompleted',
        extra: { exportedEntity: entity, fileId: file.id },
      });
    },
    chatInvitation: (from, roomName) => {
      const inviter = requireUser(world, from);
      return tell({
        type: 'chatRoomInvitationReceived',
        notifierId: inviter.id,
        extra: { invitation: invitationTo(world, account, inviter, roomName) },
      });
    },
    readAnnouncements: () => {
      for (const announcement of unreadAnnouncements(world, account.id))
        readAnnouncement(world, account.id, announcement);
    },
    announcement: (title, text, to) => announce(world, title, text, to),
    scheduledNotePosted: (text = '予約しておいた投稿です。') => {
      const note = storeNote(world, account, { text });
      return { ...tell({ type: 'scheduledNotePosted', noteId: note.id }), noteId: note.id };
    },
    scheduledNoteFailed: () => tell({ type: 'scheduledNotePostFailed' }),
    notify: (type, extra = {}, from) =>
      tell({
        type,
        extra,
        ...(from === undefined ? {} : { notifierId: requireUser(world, from).id }),
      }),
    meUpdated: (changes = {}) => {
      Object.assign(account, changes);
      account.updatedAt = world.clock.now();
      publishMain('meUpdated', packMe(world, account, true));
    },
    readAll: () => readAllNotifications(world, account.id, true),
    deleteNotification: (id) => deleteNotification(world, account.id, id),
    flush: () => flushNotifications(world, account.id),
  };
}

function exportedFile(world: World, owner: DemoUser, entity: string): DemoFile {
  const now = world.clock.now();
  return {
    id: world.newId(now),
    createdAt: now,
    userId: owner.id,
    name: `${entity}-${new Date(now).toISOString().slice(0, 10)}.csv`,
    type: 'text/csv',
    size: 0,
    isSensitive: false,
    comment: null,
    width: null,
    height: null,
  };
}

function invitationTo(world: World, invited: DemoUser, inviter: DemoUser, roomName: string) {
  const createdAt = isoTime(world.clock.now());
  const roomId = world.newId();
  return {
    id: world.newId(),
    createdAt,
    roomId,
    room: {
      id: roomId,
      createdAt,
      name: roomName,
      description: '',
      ownerId: inviter.id,
      owner: packUserLite(world, inviter),
      isMuted: false,
      invitationExists: true,
    },
    userId: invited.id,
    user: packUserLite(world, invited),
  };
}

/** To everybody it goes as a frame of its own, to one user inside `main`. */
function announce(world: World, title: string, text: string, to: string | undefined): string {
  const announcement: DemoAnnouncement = {
    id: world.newId(),
    createdAt: world.clock.now(),
    title,
    text,
    icon: 'info',
    userId: to === undefined ? null : requireUser(world, to).id,
    readBy: new Set(),
  };
  world.announcements.push(announcement);
  const type = 'announcementCreated';
  const body = { announcement: packAnnouncement(announcement) };
  world.events.publish(
    announcement.userId === null
      ? { kind: 'broadcast', type, body }
      : { kind: 'main', userId: announcement.userId, type, body },
  );
  return announcement.id;
}
