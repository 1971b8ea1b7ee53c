import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
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
  /** What the browser complained of. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** One Chromium for a test file; each visit has a playground and a profile of its own. */
export function useBrowser(): (size: { width: number; height: number }) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath as string, args });
  });
  afterAll(() => browser.close());
  return async (viewport) => {
    const served = await servePlayground();
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
    const close = async () => {
      await context.close();
      await served.close();
    };
    return { page, served, complaints, close };
  };
}
