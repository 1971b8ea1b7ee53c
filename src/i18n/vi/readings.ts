import type { readings as en } from '../en/readings.ts';
import type { Topic } from '../topic.ts';

export const readings = {
  'problem.money.unreadable': 'Tôi không đọc được số tiền “{text}”; bạn ghi như 1,2 tỷ, 500tr hoặc $12k.',
  'problem.money.two_readings': '“{text}” có thể là {a} hoặc {b}; bạn ghi rõ giúp.',
  'problem.money.negative': 'Số tiền không thể âm: “{text}”.',
  'problem.money.range': '“{text}” là một khoảng; bạn ghi một số tiền thôi.',
  'problem.money.vague': '“{text}” chưa rõ là bao nhiêu; bạn ghi con số giúp.',
  'problem.money.percent': '“{text}” là phần trăm; bạn ghi số tiền giúp.',
  'problem.money.several': '“{text}” có nhiều số tiền; bạn ghi một số thôi.',
  'problem.money.no_unit': '“{text}” là bao nhiêu? Bạn ghi kèm đơn vị, như 500 nghìn hoặc 500 triệu.',
  'problem.money.decimals': '“{text}” có quá nhiều số lẻ cho {currency}; tối đa {digits}.',
  'problem.money.too_large': '“{text}” lớn quá; tối đa {digits} chữ số.',
  'problem.phone.unreadable': '“{text}” không phải số điện thoại tôi đọc được; bạn ghi như 0912 345 678.',
  'problem.email.unreadable': '“{text}” không phải địa chỉ email.',
  'problem.day.unreadable':
    'Tôi không đọc được ngày “{text}”; bạn ghi như 31/12, thứ 6 tuần sau hoặc cuối tháng.',
  'problem.day.impossible': 'Không có ngày “{text}”.',
  'problem.day.vague': '“{text}” chưa rõ là ngày nào; bạn ghi ngày cụ thể, như 31/12.',
  'problem.day.feast': 'Tôi không biết “{text}” là ngày nào; bạn ghi ngày cụ thể, như 31/12.',
  'problem.day.mismatch': '“{text}”: {day} không phải thứ đó; bạn kiểm tra lại nhé.',
  'problem.day.passed': '“{text}” vừa qua: ý bạn là {earlier} hay {later}? Bạn ghi cả năm giúp.',
  'problem.day.which': '“{text}” có thể là {earlier} hoặc {later}; bạn ghi ngày cụ thể giúp.',
  'problem.period.unreadable':
    'Tôi không đọc được kỳ “{text}”; bạn ghi như tháng này, 2026-Q1 hoặc 1/3..31/3.',
  'problem.period.backwards': 'Kỳ này kết thúc ({to}) trước khi bắt đầu ({from}).',
  'problem.period.which': '“{text}” có thể bắt đầu từ {earlier} hoặc {later}; bạn ghi cả năm giúp.',
  'problem.time.unreadable': 'Tôi không đọc được giờ “{text}”; bạn ghi như 08:30.',
  'problem.time.which': '“{text}” có thể là {earlier} hoặc {later}; bạn ghi dạng hh:mm giúp.',
  'problem.moment.unreadable':
    'Tôi không đọc được thời điểm “{text}”; bạn ghi như hôm qua 15h hoặc 20/11 9h.',
  'problem.moment.ahead': '“{text}” ở tương lai; chỉ ghi những gì đã xảy ra.',
  'problem.moment.passed': '“{text}” đã qua rồi.',
  'problem.duration.unreadable': 'Tôi không đọc được thời lượng “{text}”; bạn ghi như 15 phút hoặc 1h30.',
  'problem.duration.long': 'Dài quá; tối đa {max} phút.',
} satisfies Topic<typeof en>;
