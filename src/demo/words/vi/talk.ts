import type { Words } from '../words.ts';

export const answered = 'Có nghe máy';
const missed = 'Không nghe máy';

/** About a product that can be shown and tried. */
export const trial: Words['trial'] = [
  [
    ['CALL', 'Gọi giới thiệu, {who} muốn xem demo {product}', answered],
    ['EMAIL', 'Gửi hồ sơ năng lực và bảng tính năng {product}'],
    ['NOTE', '{short} đang quản lý bằng Excel, hay lệch số'],
  ],
  [
    ['MEETING', 'Demo {product} cho {who} và 2 bạn trong nhóm, khách hỏi nhiều về phân quyền'],
    ['CALL', '{who} muốn thêm 5 người dùng so với ban đầu', answered],
    ['NOTE', '{who} lo nhất là chuyển dữ liệu cũ, mình hứa làm thử 1 tháng dữ liệu'],
    ['EMAIL', 'Gửi link dùng thử 14 ngày kèm video hướng dẫn'],
    ['CALL', 'Hỏi thăm dùng thử, {who} chưa có thời gian vào xem', answered],
  ],
];

export const talk: Words['talk'] = [
  [
    ['CALL', 'Gọi giới thiệu, {who} xin gửi thông tin trước rồi trao đổi', answered],
    ['CALL', 'Lễ tân báo {who} đang họp, gọi lại buổi chiều', missed],
    ['CALL', '{who} cho biết quý này có ngân sách, cần 3 báo giá để so sánh', answered],
    ['EMAIL', 'Gửi bảng câu hỏi khảo sát, nhờ {who} điền trước buổi gặp'],
    ['NOTE', 'Người quyết định là giám đốc, {who} là đầu mối'],
  ],
  [
    ['MEETING', 'Khảo sát tại {short}, gặp {who} và bạn phụ trách kho'],
    ['EMAIL', 'Gửi biên bản khảo sát và phạm vi triển khai'],
    ['CALL', '{who} hỏi bên mình hỗ trợ ngoài giờ thế nào, đã giải thích', answered],
    ['NOTE', '{who} muốn xong trước mùa cao điểm'],
    ['CALL', '{who} đang bận kiểm kê, hẹn gọi lại tuần sau', answered],
  ],
  [
    ['EMAIL', 'Gửi báo giá {amount}, hiệu lực 15 ngày'],
    ['CALL', '{who} đã nhận báo giá, đang trình giám đốc', answered],
    ['CALL', 'Gọi hỏi phản hồi báo giá', missed],
    ['NOTE', 'Khách đang so với một bên rẻ hơn khoảng 10% nhưng không có bảo hành tại chỗ'],
    ['EMAIL', 'Gửi lại báo giá, tách riêng phần thiết bị'],
    ['CALL', '{who} xin giảm 5%, mình hẹn trả lời sau khi hỏi quản lý', answered],
    ['MEETING', 'Trình bày báo giá cho ban giám đốc {short}, phản ứng tốt'],
    ['NOTE', 'Chờ {who} đi công tác về mới chốt phương án'],
  ],
  [
    ['MEETING', 'Gặp {who}, thống nhất phạm vi, còn vướng tiến độ thanh toán'],
    ['CALL', '{who} đề nghị trả 3 đợt 40-40-20', answered],
    ['EMAIL', 'Gửi bản so sánh phương án A và B, tổng {amount}'],
    ['NOTE', 'Quản lý đồng ý giảm 5% nếu ký trong tháng'],
    ['CALL', '{who} nói giám đốc đã ưng, chờ kế toán xem điều khoản', answered],
    ['CALL', 'Gọi {who} 2 lần chưa được, nhắn Zalo rồi', missed],
    ['MEETING', 'Họp online với kế toán {short} về hóa đơn và bảo hành'],
    ['NOTE', 'Bên kia vừa hạ giá, cần giữ lợi thế triển khai nhanh'],
  ],
  [
    ['EMAIL', 'Gửi dự thảo hợp đồng {amount}'],
    ['CALL', '{who} báo pháp chế sửa 2 điều khoản, mai gửi lại', answered],
    ['NOTE', 'Hợp đồng đang chờ giám đốc {short} ký'],
    ['EMAIL', 'Gửi bản hợp đồng đã sửa và kế hoạch triển khai'],
    ['CALL', '{who} hẹn ký trong tuần, nhắc xuất hóa đơn tạm ứng', answered],
    ['MEETING', 'Rà hợp đồng với {who}, còn mỗi phụ lục bảo hành'],
  ],
];

export const won: Words['won'] = [
  ['NOTE', 'Đã ký hợp đồng, tạm ứng 40% chuyển trong tuần'],
  ['MEETING', 'Ký hợp đồng tại văn phòng {short}, tuần sau bắt đầu triển khai'],
  ['CALL', '{who} xác nhận đã chuyển tạm ứng', answered],
  ['EMAIL', 'Gửi lịch triển khai và danh sách dữ liệu cần chuẩn bị'],
  ['NOTE', '{who} hứa giới thiệu thêm một bên cùng khu công nghiệp'],
];

export const lost: Words['lost'] = [
  ['CALL', '{who} báo không đi tiếp với mình, đã xin góp ý', answered],
  ['EMAIL', 'Gửi thư cảm ơn, hẹn liên lạc lại quý sau'],
  ['NOTE', 'Theo đuổi đủ lâu rồi, tạm đóng, 3 tháng nữa hỏi lại'],
  ['CALL', 'Gọi lần cuối trước khi đóng', missed],
  ['CALL', '{who} nói sếp đã quyết, không thay đổi được', answered],
];

export const reopened: Words['reopened'] = [
  ['CALL', '{who} gọi lại, bên kia triển khai chậm nên muốn làm với mình', answered],
  ['CALL', '{who} báo dự án được duyệt lại ngân sách', answered],
];

export const firstTouch: Words['firstTouch'] = [
  ['CALL', 'Gọi lần đầu, {who} quan tâm, xin gửi tài liệu trước', answered],
  ['CALL', 'Gọi lần đầu, máy bận', missed],
  ['CALL', '{who} đang tìm hiểu, chưa gấp', answered],
  ['CALL', 'Gọi không ai nghe, đã nhắn Zalo', missed],
  ['EMAIL', 'Gửi thư chào và link đặt lịch demo'],
  ['EMAIL', 'Gửi bảng giá tham khảo theo yêu cầu'],
  ['CALL', '{who} hỏi giá, mình hẹn khảo sát rồi mới báo', answered],
  ['NOTE', 'Đã kết bạn Zalo, {who} xem tài liệu rồi phản hồi'],
];

export const secondTouch: Words['secondTouch'] = [
  ['CALL', '{who} đã xem tài liệu, hẹn demo tuần sau', answered],
  ['CALL', 'Gọi lại lần hai vẫn không nghe máy', missed],
  ['EMAIL', 'Gửi câu chuyện của một khách cùng ngành'],
  ['CALL', '{who} nói quy mô còn nhỏ, để năm sau', answered],
  ['MEETING', 'Demo nhanh 20 phút qua Zoom, {who} muốn xem thêm phần báo cáo'],
  ['NOTE', 'Nhu cầu thật, nhưng đang chờ chốt mặt bằng'],
];
