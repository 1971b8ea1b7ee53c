import { type Json, list, str } from '../json.ts';
import type { FileCheck } from '../validate.ts';
import type { World } from '../world.ts';
import { type Methods, no, ok } from './method.ts';
import { mayPost, post } from './post.ts';

/** The three calls of an upload; the bytes themselves arrive at `/upload/<id>`. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    required: ['filename', 'length'],
    optional: ['alt_text', 'alt_txt', 'snippet_type'],
    run({ store, origin }, args) {
      const length = Number(args.length);
      if (!Number.isInteger(length) || length < 1) return no('invalid_arguments');
      const id = store.id('F');
      const altText = str(args.alt_text) || str(args.alt_txt) || undefined;
      store.files.set(id, { id, name: str(args.filename), length, altText, complete: false, pending: 1 });
      return ok({ upload_url: `${origin}/upload/${id}`, file_id: id });
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    required: ['files'],
    optional: ['channel_id', 'initial_comment', 'thread_ts'],
    run(world, args) {
      const { store } = world;
      const channel = store.channels.get(str(args.channel_id));
      const refusal = args.channel_id === undefined ? undefined : mayPost(channel);
      if (refusal) return no(refusal.error);
      const done: Json[] = [];
      for (const { id, title } of list(args.files)) {
        const file = store.files.get(str(id));
        if (!file?.bytes || file.bytes.length !== file.length) return no('file_not_found');
        file.complete = true;
        done.push({ id: file.id, title: str(title) || file.name });
      }
      if (done.length === 0) return no('invalid_arguments');
      if (channel) {
        const threadTs = str(args.thread_ts) || undefined;
        post(world, channel.id, { text: str(args.initial_comment), files: done }, { threadTs });
      }
      return ok({ files: done });
    },
  },
  'files.info': {
    scope: 'files:read',
    required: ['file'],
    optional: [],
    run({ store, origin }, args) {
      const file = store.files.get(str(args.file));
      if (!file?.complete) return no('file_not_found');
      // Slack looks at a fresh file in its own time; until then it does not say what it is.
      const ready = file.pending-- <= 0;
      const mimetype = file.name.endsWith('.png') ? 'image/png' : 'text/csv';
      return ok({
        file: {
          ...{ id: file.id, name: file.name, mimetype: ready ? mimetype : '', size: file.length },
          url_private_download:
            file.elsewhere ?? `${origin}/files/${file.id}/${encodeURIComponent(file.name)}`,
        },
      });
    },
  },
};

/** Whether a block may show a file: complete, looked at by Slack, a picture. */
export function shows({ store }: World): FileCheck {
  return (id) => {
    const file = store.files.get(id);
    if (!file?.complete || file.pending-- > 0) return false;
    return file.bytes?.subarray(0, 4).toString('latin1') === '\x89PNG';
  };
}
