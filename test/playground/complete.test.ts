import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { complete, quoted } from '../../src/platforms/playground/client/complete.ts';
import { commandsFor } from '../../src/platforms/playground/words.ts';
import { createCompany } from './company.ts';

const { registry } = createCompany(systemClock);
const vi = commandsFor(registry, 'rep', translator('vi'));
const en = commandsFor(registry, 'rep', translator('en'));
const names = (line: string, commands = vi) => complete(line, commands).names.map(({ name }) => name);
const typed = (line: string) => {
  const { command, field, text } = complete(line, vi);
  return [command?.id, field?.name, text];
};

describe('completing a line', () => {
  it('offers names in the page’s language first, understands the other one, and needs no accents', () => {
    expect(names('/deal')).toEqual(['deal thêm', 'deal xem', 'deal sửa', 'deal chốt', 'deal của-tôi']);
    expect(names('/deal th')).toEqual(['deal thêm']);
    expect(names('/deal a')).toEqual(['deal add']);
    expect(names('/deal s')).toEqual(['deal sửa', 'deal show']);
    expect(names('/pheu')).toEqual(['phễu']);
    expect(names('/phễu', en)).toEqual(['phễu']);
    expect(names('/crm deal s', en)).toEqual(['deal show', 'deal sửa']);
    expect(names('pipeline')).toEqual([]);
  });

  it('knows when a line already names a command', () => {
    expect(complete('/deal', vi).isName).toBe(true);
    expect(complete('/pipel', vi).isName).toBe(false);
  });

  it('finds the field that is being typed: by its key, or by its place', () => {
    expect(typed('/deal show ac')).toEqual(['deal.show', 'deal', 'ac']);
    expect(typed('/deal add "Kho mới" 1 tỷ công-ty:Thiên L')).toEqual(['deal.add', 'company', 'Thiên L']);
    expect(typed('/deal add "Kho mới" company:"Thiên L')).toEqual(['deal.add', 'company', 'Thiên L']);
    expect(typed('/deal add "Kho mới" company:"Thiên Long" ')).toEqual(['deal.add', undefined, '']);
    expect(typed('/log call D-1 ')).toEqual(['log.call', 'text', '']);
  });

  it('offers keys that were not said yet', () => {
    const keys = (line: string) => complete(line, vi).keys.map(({ key }) => key);
    expect(keys('/deal add "Kho" 1tr công')).toEqual(['công-ty']);
    expect(keys('/deal add "Kho" 1tr công-ty:Acme công')).toEqual([]);
  });

  it('quotes what has spaces', () => {
    expect([quoted('D-1'), quoted('Thiên "Long" JSC')]).toEqual(['D-1', '"Thiên Long JSC"']);
  });
});
