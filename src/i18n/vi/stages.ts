import type { stages as en } from '../en/stages.ts';
import type { Topic } from '../topic.ts';

export const stages = {
  'name.crm.stages': 'crm giai-đoạn, giai-đoạn, các giai-đoạn',
  'title.crm.stages': 'Các giai đoạn',
  'about.crm.stages': 'Các giai đoạn của cơ hội: phòng nào phụ trách, được để yên bao lâu',
  'name.crm.stage': 'crm sửa-giai-đoạn, giai-đoạn sửa, sửa giai-đoạn',
  'title.crm.stage': 'Sửa giai đoạn',
  'about.crm.stage': 'Chọn phòng phụ trách một giai đoạn và số ngày cơ hội được để yên ở đó',
  'field.department': 'Phòng phụ trách',
  'keys.department': 'phòng, phòng-ban, bộ-phận',
  'field.stale': 'Được để yên (ngày)',
  'keys.stale': 'để-yên, số-ngày, ngày',
  'choice.department.sales': 'Kinh doanh',
  'choice.department.marketing': 'Marketing',
  'choice.department.care': 'Chăm sóc khách hàng',
  'deal.in_charge': 'phòng {department} phụ trách',
  'stages.title': 'Các giai đoạn của cơ hội',
  'stages.how':
    'Được để yên: số ngày làm việc không ai chăm sóc cơ hội; quá số ngày đó, người phụ trách được nhắc.',
  'stages.chance': 'Khả năng chốt',
  'stages.edit': 'Sửa {stage}',
  'stage.edited': 'Đã cập nhật: {stage}.',
  'problem.stage.closed': 'Cơ hội đã đóng thì không cần nhắc: chỉ giai đoạn đang mở mới có số ngày.',
} as const satisfies Topic<typeof en>;
