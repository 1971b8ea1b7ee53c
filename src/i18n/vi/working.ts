import type { working as en } from '../en/working.ts';
import type { Topic } from '../topic.ts';

/** Editing at once, timelines and threads. */
export const working = {
  'edit.overtaken_title': 'Trong lúc đó chỗ này đã được đổi. Chưa có gì được lưu.',
  'edit.overtaken': '{name} đã đổi {field} thành {value}.',
  'edit.overtaken_cleared': '{name} đã xóa trống {field}.',
  'edit.somebody': 'Ai đó',
  'edit.again': 'Xem rồi lưu lại',
  'activity.CALL.in': 'Gọi đến',
  'activity.EMAIL.in': 'Email đến',
  'field.direction': 'Chiều',
  'choice.direction.out': 'Đi',
  'choice.direction.in': 'Đến',
  'field.order': 'Thứ tự',
  'keys.order': 'thứ-tự, sắp-xếp',
  'choice.order.oldest': 'Cũ trước',
  'choice.order.newest': 'Mới trước',
  'timeline.title': 'Dòng thời gian · {count} mục',
  'timeline.part': 'Dòng thời gian · mục {from} đến {to} trong {count}',
  'timeline.to_earlier': 'Trước đó ({count})',
  'timeline.to_later': 'Sau đó ({count})',
  'timeline.oldest': 'Cũ trước',
  'timeline.newest': 'Mới trước',
  'timeline.lead': 'lead: {state}',
  'timeline.handed': 'bàn giao từ {from} cho {to}',
  'timeline.given': 'giao cho {to}',
  'timeline.ownerless': '{from} thôi phụ trách',
  'timeline.last': 'Liên hệ gần nhất',
  'timeline.next': 'Sắp tới',
  'timeline.closes': '{deal}: dự kiến chốt {day}',
  'discord.more': 'thêm',
  'discord.more_about':
    'Các trường khác, mỗi trường ghi tên:giá-trị, vd. khu-vực:Bắc ghi-chú:"gọi buổi trưa"',
} as const satisfies Topic<typeof en>;
