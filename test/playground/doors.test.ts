import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, servePlayground } from './serve.ts';
import { freshKey, post } from './tab.ts';

let served: Served;
beforeAll(async () => {
  served = await servePlayground();
});
afterAll(() => served.close());

/** A request with any Host, which `fetch` does not allow. */
function status(path: string, headers: Record<string, string>): Promise<number> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

const line = () => ({ key: freshKey(), person: 'lan', channel: 'sales', said: { line: '/deal add X 1tr' } });

describe('the doors of the playground', () => {
  it('answers to the names of this machine only, so that no name can be pointed at it', async () => {
    for (const path of ['/', '/playground/start', '/playground/events?person=lan', '/playground/main.js']) {
      expect(await status(path, { host: 'evil.example' }), path).toBe(403);
      expect(await status(path, { host: '127.0.0.1.evil.example:80' }), path).toBe(403);
      expect(await status(path, { host: 'localhost.evil.example' }), path).toBe(403);
    }
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
      expect(await status('/', { host }), host).toBe(200);
  });

  it('does nothing that a page from elsewhere posts', async () => {
    const act = `${served.url}/playground/act`;
    for (const origin of [
      'http://evil.example',
      'null',
      'http://127.0.0.1:1',
      served.url.replace('http:', 'https:'),
    ])
      expect((await post(act, line(), { origin })).status, origin).toBe(403);
    const asForm = await post(act, line(), { 'content-type': 'text/plain' });
    expect(asForm.status).toBe(415);
    expect(served.company.accepted).toEqual([]);
    expect((await post(act, line(), { origin: served.url })).status).toBe(200);
    expect(served.company.accepted).toEqual(['deal.add']);
  });

  it('lets no script, style or picture in but its own', async () => {
    const response = await fetch(served.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    const page = await response.text();
    expect(page).not.toMatch(/<script(?![^>]*src="\/playground\/)|<style|style=|\son\w+=|https?:/);
  });

  it('refuses what it does not understand, people it does not know and channels of others', async () => {
    const act = `${served.url}/playground/act`;
    const wrong = [
      { ...line(), extra: 1 },
      { ...line(), key: 'short' },
      { ...line(), said: { line: ' ' } },
      { ...line(), said: { line: 'x'.repeat(4001) } },
      { ...line(), said: { command: 'pipeline', wire: { a: 1 } } },
      'text',
    ];
    for (const body of wrong) expect((await post(act, body)).status).toBe(400);
    expect((await post(act, { ...line(), said: { line: 'x'.repeat(70_000) } })).status).toBe(413);
    expect((await post(act, { ...line(), person: 'nobody' })).status).toBe(404);
    expect((await post(act, { ...line(), channel: 'user:minh' })).status).toBe(404);
    expect((await post(act, { ...line(), channel: 'secret' })).status).toBe(404);
    expect((await fetch(`${served.url}/playground/charts/0.png`)).status).toBe(404);
    expect((await fetch(`${served.url}/slack/events`)).status).toBe(404);
  });
});
