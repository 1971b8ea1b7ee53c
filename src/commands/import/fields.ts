import { choice, list, text } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import type { Order } from '../../import/dates.ts';
import type { Duplicates } from '../../import/duplicates.ts';
import type { KindName } from '../../import/kinds/index.ts';
import type { PresetName } from '../../import/presets/index.ts';

/** What a file is about. */
export const kind = choice<KindName, Ctx>({
  options: [
    { value: 'companies', label: 'choice.import.companies' },
    { value: 'contacts', label: 'choice.import.contacts' },
    { value: 'leads', label: 'choice.import.leads' },
    { value: 'deals', label: 'choice.import.deals' },
    { value: 'products', label: 'choice.import.products' },
    { value: 'users', label: 'choice.import.users' },
  ],
});

export const dates = choice<Order, Ctx>({
  options: [
    { value: 'DMY', label: 'choice.dates.DMY' },
    { value: 'MDY', label: 'choice.dates.MDY' },
    { value: 'YMD', label: 'choice.dates.YMD' },
  ],
});

export const preset = choice<PresetName, Ctx>({
  options: [
    { value: 'hubspot', label: 'choice.preset.hubspot' },
    { value: 'pipedrive', label: 'choice.preset.pipedrive' },
    { value: 'salesforce', label: 'choice.preset.salesforce' },
  ],
});

/** What becomes of rows that are likely about a record that is here already. */
export const duplicates = choice<Duplicates, Ctx>({
  options: [
    { value: 'report', label: 'choice.duplicates.report' },
    { value: 'skip', label: 'choice.duplicates.skip' },
    { value: 'add', label: 'choice.duplicates.add' },
  ],
});

/** Whether leads without an owner go to whom the rules say. */
export const byRules = choice<'yes' | 'no', Ctx>({
  options: [
    { value: 'yes', label: 'choice.yes' },
    { value: 'no', label: 'choice.no' },
  ],
});

export const map = text<Ctx>({ max: 3000, multiline: true, hint: 'hint.map' });
export const values = text<Ctx>({ max: 3000, multiline: true, hint: 'hint.values' });
export const create = list<Ctx>({ hint: 'hint.create' });
export const currency = text<Ctx>({ max: 10, hint: 'hint.currency' });
export const timezone = text<Ctx>({ max: 60, hint: 'hint.timezone' });
