import type { permissions as en } from '../en/permissions.ts';
import type { Topic } from '../topic.ts';

/** Những câu về việc ai được xem và sửa hồ sơ nào. */
export const permissions = {
  'seen.none': 'Bạn không được xem hồ sơ nào thuộc loại này.',
} as const satisfies Topic<typeof en>;
