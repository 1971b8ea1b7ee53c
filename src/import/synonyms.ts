/** What files from elsewhere call our fields, besides what we call them ourselves. */
const anywhere: Readonly<Record<string, readonly string[]>> = {
  externalId: ['id', 'record id', 'mã'],
  email: [
    'e-mail address',
    'email address',
    'địa chỉ email',
    'thư điện tử',
    'mail',
    'work email',
    'other email',
    'personal email',
    'additional email addresses',
  ],
  phone: [
    'phone number',
    'telephone',
    'điện thoại di động',
    'mobile phone',
    'mobile number',
    'mobile phone number',
    'cell',
    'cell phone',
    'work phone',
    'business phone',
    'home phone',
    'office phone',
    'other phone',
    'hotline',
    'điện thoại bàn',
    'điện thoại khác',
    'zalo',
  ],
  company: [
    'company name',
    'account name',
    'organization',
    'organisation',
    'tên công ty',
    'đơn vị',
    'tổ chức',
  ],
  owner: ['assigned to', 'người phụ trách', 'nhân viên phụ trách', 'nhân viên kinh doanh'],
  industry: ['sector', 'lĩnh vực', 'ngành nghề', 'nhóm ngành'],
  employees: ['number of employees', 'no. of employees', 'employee count', 'số lượng nhân viên', 'quy mô'],
  revenue: ['annual revenue', 'doanh thu'],
  taxCode: ['tax id', 'vat number', 'mst'],
  website: ['website url', 'web', 'url', 'trang web'],
  address: ['street address', 'street', 'địa chỉ công ty'],
  region: ['state', 'state/region', 'state/province', 'city', 'thành phố', 'tỉnh thành', 'tỉnh/thành phố'],
  country: ['country/region', 'nước'],
  paymentTerms: ['terms of payment'],
  bank: ['bank account number', 'số tài khoản'],
  note: ['notes', 'description', 'comment', 'comments', 'mô tả', 'diễn giải'],
  source: ['lead source', 'original source', 'nguồn khách', 'nguồn lead', 'nguồn khách hàng'],
  createdAt: ['created', 'created at', 'created date', 'create date', 'date created', 'ngày tạo'],
  tags: ['label', 'labels'],
  birthday: ['birth date', 'birthdate', 'date of birth', 'dob'],
  gender: ['sex'],
};

const people = ['full name', 'họ và tên', 'họ tên'];

/** Those of one kind, before those of any. */
const own: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  companies: {
    name: ['company', 'company name', 'account', 'account name', 'organization', 'tên công ty', 'công ty'],
    parent: ['parent company', 'parent account', 'công ty mẹ'],
  },
  contacts: {
    name: [...people, 'contact', 'contact name', 'tên liên hệ', 'tên khách hàng', 'khách hàng'],
    jobTitle: ['title', 'job'],
  },
  leads: {
    name: [...people, 'lead', 'lead name', 'contact name', 'tên lead', 'tên khách hàng'],
    status: ['lead status', 'state of lead'],
  },
  deals: {
    title: ['deal', 'deal name', 'name', 'opportunity', 'opportunity name', 'tên'],
    amount: ['deal value', 'deal amount', 'giá trị cơ hội'],
    contact: ['contact name', 'contact person', 'người liên hệ'],
    closeDate: ['closing date', 'ngày đóng'],
    closedAt: ['closed', 'closed at', 'closed date'],
    stage: ['deal stage', 'sales stage', 'stage name'],
    lostReason: ['loss reason', 'closed lost reason', 'lý do thua'],
    product: ['product name'],
  },
  products: {
    name: ['product', 'product name', 'sản phẩm', 'tên sản phẩm'],
    category: ['product category', 'series', 'nhóm sản phẩm', 'danh mục'],
    price: ['unit price', 'sales price', 'list price', 'giá', 'giá bán', 'đơn giá'],
  },
  users: { name: [...people, 'user', 'nhân viên'], manager: ['reports to', 'quản lý'], team: ['đội'] },
};

export const synonyms = (kind: string, field: string): readonly string[] => [
  ...(own[kind]?.[field] ?? []),
  ...(anywhere[field] ?? []),
];
