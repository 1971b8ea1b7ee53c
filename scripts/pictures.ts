/**
 * Makes the pictures of the README: the bot with its demo company, at a moment that is always the same.
 * `npm run pictures`, with Chromium at CHROMIUM_PATH or where Debian puts it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { createDrawer } from '../src/charts/drawer.ts';
import type { Block, Card } from '../src/chat/card.ts';
import { parseConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/client.ts';
import { fixedClock } from '../src/lib/clock.ts';
import { render } from '../src/platforms/slack/render.ts';
import { inPalette } from './pictures/palette.ts';
import { slackPage } from './pictures/slack.ts';

/** A Wednesday, half past eight in Hà Nội. */
const now = '2026-11-18T01:30:00Z';
const who = { platform: 'playground', userId: 'lan', name: 'Nguyễn Thị Lan Anh', full: true } as const;

const dataDir = await mkdtemp(join(tmpdir(), 'chot-pictures-'));
const parsed = parseConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const { config } = parsed;
const app = await createApp(config, await openDatabase(config), {
  clock: fixedClock(new Date(now)),
  log: pino({ level: 'warn' }),
});
await app.start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
const fonts = await inter();

await playground('playground.png', 'lan', '/pipeline', { viewport: { width: 1180, height: 1010 } });
await playground('playground-phone.png', 'bao', '/kpi', {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  colorScheme: 'dark',
});
await slack('slack-digest.png', '/digest now', {});
await slack('slack-card.png', '/deal move D-125 chốt hợp đồng', { by: who.name });
await slack('slack-company.png', '/company show C-13', { by: who.name });

await browser.close();
await app.stop();
await rm(dataDir, { recursive: true });

/** The answer to a line as somebody in the playground sees it. */
async function playground(file: string, person: string, line: string, options: BrowserContextOptions) {
  const page = await open(options);
  await page.addInitScript((person) => {
    localStorage.setItem('chot.playground', JSON.stringify({ person }));
  }, person);
  await page.goto(app.url);
  await page.addStyleTag({ content: `${fonts} :root { font-family: Inter }` });
  await page.locator('.composer textarea').fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const chart = page.locator('.message.only .chart');
  await chart.evaluate((img: HTMLImageElement) => img.decode());
  await painted(page);
  await keep(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await page.context().close();
}

/** What Slack would show of the answer to a line. */
async function slack(file: string, line: string, { by }: { by?: string }) {
  const { blocks, files } = await rendered(await answer(line));
  const page = await open({ viewport: { width: 720, height: 600 } });
  await page.setContent(
    slackPage({ ...(by && { said: { by, line } }), at: now, zone: config.zone, blocks, files }),
  );
  await page.addStyleTag({ content: fonts });
  await painted(page);
  await keep(file, await page.locator('#shot').screenshot());
  await page.context().close();
}

async function answer(line: string): Promise<Card> {
  const plan = app.chat.plan({ line }, who);
  if (plan.kind !== 'run') throw new Error(`"${line}" does not run`);
  const { command, wire } = plan;
  const place = { channel: 'sales', private: false };
  const invocation = { key: `picture:${line}`, person: who, place, command, wire, replyTo: null };
  await app.chat.accept(invocation);
  return (await app.chat.handle(invocation)).card;
}

/** The Block Kit JSON of a card, with its charts as uploaded files. */
async function rendered(card: Card) {
  const { draw } = createDrawer({ timeoutMs: 5_000 });
  const pictures = new Map<Block, string>();
  const files = new Map<string, string>();
  for (const block of card.blocks) {
    if (block.kind !== 'chart') continue;
    const id = `F${files.size}`;
    pictures.set(block, id);
    files.set(id, `data:image/png;base64,${(await draw(block.chart)).png.toString('base64')}`);
  }
  return { ...render(card, { ...config, surface: 'message', pictures }), files };
}

/** Waits until the fonts are there and a whole frame was drawn with them. */
async function painted(page: Page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const { zone: timezoneId, locale } = config;
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    bypassCSP: true,
    ...{ timezoneId, locale },
    ...options,
  });
  await context.clock.setFixedTime(now);
  return context.newPage();
}

/** The fonts of the machine would differ: the charts' own is used everywhere. */
async function inter(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const faces = ['400Regular', '500Medium', '600SemiBold', '700Bold', '800ExtraBold'].map(async (cut) => {
    const font = await readFile(resolve(`@expo-google-fonts/inter/${cut}/Inter_${cut}.ttf`), 'base64');
    const weight = cut.slice(0, 3);
    return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/ttf;base64,${font}) }`;
  });
  return (await Promise.all(faces)).join('\n');
}

async function keep(file: string, png: Buffer) {
  await writeFile(new URL(`pictures/${file}`, import.meta.url), await inPalette(png));
}
