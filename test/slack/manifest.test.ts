import { describe, expect, it } from 'vitest';
import { manifest } from '../../src/platforms/slack/manifest.ts';
import { checkManifest } from '../emulators/slack/schema.ts';
import { Company } from './company.ts';

describe('the manifest of the Slack app', () => {
  const { registry } = new Company();

  it.each([[undefined], ['https://crm.example.com']])(
    'is one that Slack takes, with the address %s',
    (url) => {
      expect(checkManifest(manifest(registry, url))).toEqual([]);
      const { features, ...rest } = manifest(registry, url);
      expect(checkManifest({ ...rest, features: { ...features, colour: 'red' } })).not.toEqual([]);
      // Slack's published schema has this limit, its types have not.
      expect(features?.shortcuts?.[0]?.name.length).toBeLessThanOrEqual(24);
    },
  );

  it('over HTTP sends everything to one address; in Socket Mode there is none', () => {
    const http = JSON.stringify(manifest(registry, 'https://crm.example.com'));
    const commands = manifest(registry).features?.slash_commands?.length ?? 0;
    expect(http.match(/"https:\/\/crm\.example\.com\/slack\/events"/g)).toHaveLength(commands + 3);
    expect(manifest(registry, 'https://crm.example.com').settings?.socket_mode_enabled).toBe(false);
    expect(JSON.stringify(manifest(registry))).not.toContain('https://');
    expect(manifest(registry).settings?.socket_mode_enabled).toBe(true);
  });

  it('has no command by the name of one of Slack’s own, which /crm reaches', () => {
    const commands = manifest(registry).features?.slash_commands ?? [];
    expect(commands.find(({ command }) => command === '/crm')?.usage_hint).toBe('me | help');
  });

  it('has a command for each first word, with hints in both languages', () => {
    const commands = manifest(registry).features?.slash_commands ?? [];
    expect(commands.map(({ command }) => command)).toEqual(['/deal', '/log', '/pipeline', '/crm']);
    expect(commands[0]?.usage_hint).toBe('add | show | move | edit / thêm | xem | chuyển | sửa');
    expect(commands[2]?.description).toBe(
      'Open deals by stage, with a chart / Cơ hội đang mở theo giai đoạn, kèm biểu đồ',
    );
  });
});
