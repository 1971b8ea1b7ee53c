import type { backup as en } from '../en/backup.ts';
import type { Topic } from '../topic.ts';

export const backup = {
  'backup.done': 'Đã sao lưu {rows} dòng vào {file}.',
  'backup.restored': 'Đã khôi phục {rows} dòng từ {file}, theo dữ liệu lúc {at}.',
  'problem.backup.one_file': 'Bạn ghi tên một tệp nhé: npm run -s {mode} chot.gz',
  'problem.backup.empty': 'Không có gì để sao lưu: cơ sở dữ liệu trống.',
  'problem.backup.unwritable': 'Tôi không ghi được {file} ({why}).',
  'problem.backup.unreadable': 'Tôi không đọc được {file} ({why}).',
  'problem.backup.foreign': '{file} không phải bản sao lưu của Chốt.',
  'problem.backup.broken': '{file} bị cụt hoặc hỏng; chưa khôi phục gì cả.',
  'problem.backup.newer': '{file} do một phiên bản khác, mới hơn tạo ra; hãy cập nhật rồi mới khôi phục.',
  'problem.backup.not_empty':
    'Cơ sở dữ liệu không trống; hãy khôi phục vào một thư mục mới (DATA_DIR) hoặc một cơ sở dữ liệu PostgreSQL trống (DATABASE_URL).',
  'problem.backup.in_use':
    'Một tiến trình khác đang dùng cơ sở dữ liệu này; hãy khôi phục vào một thư mục mới (DATA_DIR), hoặc dừng tiến trình đó trước.',
} satisfies Topic<typeof en>;
