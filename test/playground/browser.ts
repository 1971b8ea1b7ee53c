import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PlaygroundOptions } from '../../src/platforms/playground/index.ts';
import { type Served, servePlayground } from './serve.ts';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where Chromium is, or undefined: then browser tests are skipped. */
export const chromiumPath = [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path));

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visit {
  readonly page: Page;
  readonly served: Served;
  /** What the browser complained of; anything left here fails the test. */
  readonly complaints: string[];
}

/** One Chromium for a test file; each visit has a playground and a profile of its own. */
export function useBrowser(
  change: () => Partial<PlaygroundOptions> = () => ({}),
): (size?: { width: number; height: number }) => Promise<Visit> {
  let browser: Browser;
  let leave = async () => {};
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath as string, args });
  });
  afterAll(() => browser.close());
  afterEach(() => leave());
  return async (viewport = { width: 1280, height: 800 }) => {
    const served = await servePlayground(change());
    const isPhone = viewport.width < 500;
    const context = await browser.newContext({ viewport, isMobile: isPhone, hasTouch: isPhone });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(served.url);
    await page.getByRole('log').waitFor({ state: 'attached' });
    leave = async () => {
      await context.close();
      await served.close();
      expect(complaints).toEqual([]);
    };
    return { page, served, complaints };
  };
}

export const line = (page: Page) => page.locator('.composer textarea');
export const cards = (page: Page) => page.getByRole('log').getByRole('article');

export async function say(page: Page, text: string) {
  await line(page).fill(text);
  await line(page).press('Escape');
  await line(page).press('Enter');
}
