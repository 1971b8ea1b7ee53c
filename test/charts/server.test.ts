import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createCanvas } from '@napi-rs/canvas';
import { Chart } from 'chart.js/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createDrawer } from '../../src/charts/drawer.ts';
import { pipelineVi, weeks } from './samples.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listen(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

/** What the open-source server does with a request: it evaluates the text and adds its own background. */
async function quickchart(request: IncomingMessage): Promise<Buffer> {
  const body = (await json(request)) as Record<string, string & number>;
  const config = new Function(`return ${body.chart}`)();
  config.options.devicePixelRatio = body.devicePixelRatio;
  config.plugins.push({
    id: 'background',
    beforeDraw({ ctx }: Chart) {
      ctx.fillStyle = body.backgroundColor ?? '';
      ctx.fillRect(0, 0, body.width ?? 0, body.height ?? 0);
    },
  });
  const canvas = createCanvas(body.width ?? 0, body.height ?? 0);
  new Chart(canvas as unknown as HTMLCanvasElement, config);
  return canvas.encode('png');
}

const samples = [pipelineVi, weeks([610, 570, 675, null, 735], { value: 650, text: 'Mục tiêu 650 tr' })];

describe('a QuickChart server', () => {
  it.each(samples)('draws the same $kind as the process does', async (chart) => {
    const asked: string[] = [];
    const url = await listen(async (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'image/png').end(await quickchart(request));
    });
    const failures: unknown[] = [];
    const onFallback = (error: unknown) => failures.push(error);
    const there = await createDrawer({ quickchartUrl: `${url}/`, timeoutMs: 10_000, onFallback }).draw(chart);
    const here = await createDrawer({ timeoutMs: 10_000 }).draw(chart);
    expect(failures).toEqual([]);
    expect(asked).toEqual(['POST /chart']);
    expect(there.png.equals(here.png)).toBe(true);
    expect(there).toMatchObject({ width: 1120, height: here.height });
  });

  it('is asked for version 4 at twice the size, with the configuration as text', async () => {
    let body: unknown;
    const url = await listen(async (request, response) => {
      body = await json(request);
      response.writeHead(500).end();
    });
    await createDrawer({ quickchartUrl: url, timeoutMs: 10_000 }).draw(pipelineVi);
    const options = { version: '4', devicePixelRatio: 2, width: 560, height: 333, format: 'png' };
    expect(body).toMatchObject({ ...options, chart: expect.stringContaining('"type":"bar"') });
  });

  const broken: [string, RequestListener, string][] = [
    ['hangs', () => {}, 'timeout'],
    [
      'hangs in the middle of a picture',
      (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).write('\x89PNG'),
      'timeout',
    ],
    ['answers 500', (_, response) => void response.writeHead(500).end('no'), '500'],
    [
      'answers HTML',
      (_, response) => void response.setHeader('content-type', 'image/png').end('<html>Welcome</html>'),
      'not a PNG',
    ],
    ['answers with nothing', (_, response) => void response.end(), 'not a PNG'],
    ['hangs up', (request) => void request.socket.destroy(), 'fetch failed'],
  ];

  it.each(broken)('that %s is replaced by the process, which says why', async (_name, answer, reason) => {
    const failures: unknown[] = [];
    const timeoutMs = reason === 'timeout' ? 100 : 10_000;
    const url = await listen(answer);
    const drawer = createDrawer({
      quickchartUrl: url,
      timeoutMs,
      onFallback: (error) => failures.push(error),
    });
    const { png, width } = await drawer.draw(pipelineVi);
    expect(width).toBe(1120);
    expect(png.equals((await createDrawer({ timeoutMs }).draw(pipelineVi)).png)).toBe(true);
    expect(failures.map(String)).toEqual([expect.stringContaining(reason)]);
  });
});
