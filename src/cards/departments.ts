import type { Department } from '../crm/pipelines/departments.ts';
import type { Translator } from '../i18n/index.ts';

export const departmentText = (t: Translator, department: Department) =>
  t(`choice.department.${department.toLowerCase() as Lowercase<Department>}`);
