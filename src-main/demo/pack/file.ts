import { createHash } from 'node:crypto';
import type { Packed } from '../world/events.ts';
import type { DemoFile } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { isoTime } from './time.ts';

/** The file with that id. Throws when there is none. */
export function requireFile(world: World, fileId: string): DemoFile {
  const file = world.files.get(fileId);
  if (file === undefined) throw new Error(`The demo server has no file with the id "${fileId}".`);
  return file;
}

/** A file as notes carry it. */
export function packFile(world: World, file: DemoFile): Packed {
  const isImage = file.type.startsWith('image/');
  return {
    id: file.id,
    createdAt: isoTime(file.createdAt),
    name: isImage ? `${file.name}.webp` : file.name,
    type: file.type,
    md5: createHash('md5').update(file.id).digest('hex'),
    size: file.size,
    isSensitive: file.isSensitive,
    blurhash: isImage ? 'eRFRsgt65NX4Rj}-j[axj?ju53WB=~s;s;t1a{ofj[ay=~ofImR%ay' : null,
    properties: file.width === null ? {} : { width: file.width, height: file.height },
    url: `${world.origin}/files/${isImage ? `photo-${file.name}` : file.id}`,
    thumbnailUrl: isImage ? `${world.origin}/files/thumbnail-photo-${file.name}` : null,
    comment: file.comment,
    folderId: null,
    folder: null,
    userId: file.userId,
    user: null,
  };
}
