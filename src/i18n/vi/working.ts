import type { working as en } from '../en/working.ts';
import type { Topic } from '../topic.ts';

/** Editing at once, timelines and threads. */
export const working = {
  'edit.overtaken_title': 'Trong lúc đó có người đã đổi cùng chỗ này. Chưa có gì được lưu.',
  'edit.overtaken': '{name} đã đổi {field} thành {value}.',
  'edit.overtaken_cleared': '{name} đã xóa trống {field}.',
  'edit.somebody': 'Ai đó',
  'edit.again': 'Xem rồi lưu lại',
} as const satisfies Topic<typeof en>;
