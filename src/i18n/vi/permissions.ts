import type { permissions as en } from '../en/permissions.ts';
import type { Topic } from '../topic.ts';

/** Những câu về việc ai được xem và sửa hồ sơ nào. */
export const permissions = {
  'seen.none': 'Bạn không được xem hồ sơ nào thuộc loại này.',
  'permissions.title': 'Quyền hạn: được xem / được sửa',
  'permissions.how':
    'Mỗi ô ghi phạm vi được xem / được sửa, ghi một lần khi giống nhau: không, của mình, của nhóm mình, hay tất cả. Hồ sơ chưa có người phụ trách tính như của mình. * do quản trị viên đặt, còn lại là mặc định. Quản trị viên xem và sửa được mọi thứ.',
  'permissions.of': '{name} được xem và sửa những gì',
  'permit.done': '{role}, {kind}: được xem {sees}, được sửa {changes}.',
  'problem.permit.viewer': 'Người xem không sửa gì cả: hãy đổi vai trò của họ bằng /crm member.',
  'problem.permit.unseen':
    'Không ai sửa được hồ sơ mà mình không xem được: phạm vi sửa không được rộng hơn phạm vi xem.',
} as const satisfies Topic<typeof en>;
