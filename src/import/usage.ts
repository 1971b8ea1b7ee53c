import type { Translator } from '../i18n/index.ts';
import { kindNames, kindOf } from './kinds/index.ts';
import { presetNames } from './presets/index.ts';

/** How an import is asked for, with the fields of every kind. */
export function usage(t: Translator): string[] {
  const fields = kindNames.map((name) => `  ${name.padEnd(10)} ${Object.keys(kindOf(name).cells).join(' ')}`);
  return [
    t('import.usage'),
    `  npm run -s import -- <${kindNames.join('|')}> FILE.csv`,
    t('import.usage.options'),
    `  --map field=Column          ${t('import.usage.map')}`,
    `  --value field:from=to       ${t('import.usage.value')}`,
    `  --create company            ${t('import.usage.create')}`,
    `  --duplicates skip           ${t('import.usage.duplicates')}`,
    `  --assign                    ${t('import.usage.assign')}`,
    `  --preset hubspot            ${t('import.usage.preset', { names: presetNames.join(', ') })}`,
    `  --date-format MM/DD/YYYY    ${t('import.usage.date_format')}`,
    `  --currency USD              ${t('import.usage.currency')}`,
    `  --timezone Europe/Berlin    ${t('import.usage.timezone')}`,
    `  --errors FILE.csv           ${t('import.usage.errors')}`,
    `  --dry-run                   ${t('import.usage.dry_run')}`,
    t('import.usage.fields'),
    ...fields,
  ];
}
