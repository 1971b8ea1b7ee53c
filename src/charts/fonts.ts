import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** The only two weights a chart uses. */
export interface Font {
  readonly size: number;
  readonly weight: 400 | 600;
}

/** Makes a font file known as Inter. Throws when it cannot: without a font, text is silently blank. */
export function registerFont(path: string): void {
  if (!GlobalFonts.registerFromPath(path, 'Inter')) throw new Error(`Charts need the font ${path}`);
}

const { resolve } = createRequire(import.meta.url);
registerFont(resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'));
registerFont(resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'));

const pen = createCanvas(1, 1).getContext('2d');

/** The CSS font. A chart server may lack Inter: Noto Sans is about as wide. */
export function css({ size, weight }: Font): string {
  return `${weight} ${size}px Inter, "Noto Sans", sans-serif`;
}

/** Width of a text in CSS pixels. */
export function measure(text: string, font: Font): number {
  pen.font = css(font);
  return pen.measureText(text).width;
}
