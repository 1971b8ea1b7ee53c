import { createCanvas } from '@napi-rs/canvas';
import { vi } from 'vitest';
import { createDrawer } from '../../src/charts/drawer.ts';
import type { Chart } from '../../src/chat/chart.ts';

/** Draws in the process and gives, beside the picture, every text that reached the canvas, in order. */
export async function drawn(chart: Chart) {
  const pen = vi.spyOn(Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')), 'fillText');
  try {
    const picture = await createDrawer({ timeoutMs: 1000 }).draw(chart);
    return { ...picture, texts: pen.mock.calls.map(([text]) => String(text)) };
  } finally {
    pen.mockRestore();
  }
}
