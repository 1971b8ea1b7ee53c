import type { problems as en } from '../en/problems.ts';
import type { Topic } from '../topic.ts';

export const problems = {
  'problem.fault': 'Có lỗi từ phía tôi; chưa có gì thay đổi. Bạn báo quản trị viên mã này giúp: {token}',
  'problem.command.unknown': 'Tôi không biết lệnh “{text}”. Gõ /crm help để xem tôi làm được gì.',
  'problem.command.unknown_near': 'Tôi không biết lệnh “{text}”. Ý bạn là “{near}”?',
  'problem.key.unknown_near': 'Ở đây không có mục “{key}”. Ý bạn là “{near}”?',
  'problem.key.unknown': 'Ở đây không có mục “{key}”; nội dung có dấu hai chấm thì đặt trong ngoặc kép.',
  'problem.key.twice': 'Mục “{key}” bị ghi hai lần; bạn chỉ ghi một lần thôi.',
  'problem.line.too_much':
    'Tôi không biết xếp “{text}” vào đâu; nội dung có dấu cách thì đặt trong ngoặc kép.',
  'problem.button.gone': 'Nút này thuộc phiên bản cũ; bạn gõ lệnh thay nhé.',
  'problem.access.denied': 'Bạn chưa có quyền làm việc này; hãy nhờ quản lý hoặc quản trị viên.',
  'problem.field.missing': 'Bạn điền mục này nhé.',
  'problem.text.too_long': 'Bạn rút ngắn còn {max} ký tự nhé; hiện có {length}.',
  'problem.number.unreadable': '“{text}” không phải số nguyên từ {min} đến {max}.',
  'problem.number.none': '“{text}” không phải số nguyên.',
  'problem.choice.unknown': '“{text}” không nằm trong các lựa chọn.',
  'problem.lookup.none': '{label}: không tìm thấy “{text}”. Bạn kiểm tra lại cách viết nhé.',
  'problem.begin.none': 'Việc này thuộc hồ sơ nào? Đầu câu “{text}” không có tên hồ sơ nào.',
  'problem.begin.some': 'Việc này thuộc hồ sơ nào? Đầu câu “{text}” có thể là tên hồ sơ.',
  'problem.either': '“{text}” cũng là tên một hồ sơ. Ý bạn là hồ sơ nào?',
  'problem.lookup.more': 'Còn những mục khác cũng khớp; nếu không thấy, bạn ghi rõ hơn nhé.',
  'problem.lookup.many': '{label}: “{text}” khớp với nhiều mục; bạn chọn một nhé.',
} satisfies Topic<typeof en>;
