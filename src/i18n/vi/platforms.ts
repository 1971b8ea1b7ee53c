import type { platforms as en } from '../en/platforms.ts';
import type { Topic } from '../topic.ts';

export const platforms = {
  'platform.more': 'và {count} dòng nữa',
  'platform.shortened': 'Nội dung quá dài cho một tin nhắn nên đã được rút gọn.',
  'platform.form': 'Mở biểu mẫu',
  'platform.form.late': 'Tôi chưa kịp mở biểu mẫu. Bạn bấm nút để mở nhé.',
  'platform.unknown_person': 'Tôi chưa xác định được bạn là ai. Bạn thử lại sau giây lát nhé.',
  'file.direct': 'Tôi đã gửi {name} vào tin nhắn riêng của bạn.',
  'file.asker': '{name} chỉ gửi riêng cho người yêu cầu bằng lệnh /export.',
  'file.large':
    '{name} lớn hơn {megabytes} MB nên không gửi ở đây được. Bạn thu hẹp bằng bộ lọc, hoặc ghi tệp từ terminal: npm run -s export',
  'file.large.rows':
    '{name} lớn hơn {megabytes} MB nên không gửi ở đây được. Bạn tách tệp đã thả thành nhiều phần rồi thả từng phần nhé.',
  'file.terminal':
    '{name} chỉ gửi trong khung chat, nơi tệp được thả; ở dòng lệnh, lệnh nhập ghi các dòng này bằng --errors FILE.csv',
  'file.failed': 'Tôi chưa gửi được {name}. Bạn thử lại sau giây lát nhé.',
  'slack.about': 'CRM ngay trong khung chat của đội bạn · A CRM that lives in your team’s chat',
  'slack.shortcut': 'Ghi vào cơ hội',
  'slack.shortcut.about': 'Ghi tin nhắn này vào một cơ hội · Write this message down on a deal',
  'discord.outsider': 'Tôi chỉ trả lời thành viên của máy chủ mà tôi phục vụ.',
  'discord.dms_closed':
    'Tôi có câu trả lời chỉ dành cho bạn nhưng không nhắn riêng được. Bạn hãy cho phép tin nhắn từ thành viên máy chủ này, hoặc dùng lệnh /.',
} satisfies Topic<typeof en>;
