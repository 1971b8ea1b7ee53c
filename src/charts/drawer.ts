import type { Chart } from '../chat/chart.ts';
import { drawEmbedded } from './embedded.ts';
import { pictureOf } from './picture.ts';
import { drawOnServer } from './server.ts';

/** A PNG and its size in pixels. */
export interface Drawn {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface Drawer {
  /** Draws any chart, also an empty one. Rejects only where this process cannot draw at all. */
  draw(chart: Chart): Promise<Drawn>;
}

export interface DrawerOptions {
  /** A QuickChart server; without one, charts are drawn in this process and no figure leaves it. */
  readonly quickchartUrl?: string | undefined;
  /** How long the server may take before the chart is drawn here. */
  readonly timeoutMs: number;
  /** Told why the server did not draw, each time it did not. */
  readonly onFallback?: (error: unknown) => void;
}

export function createDrawer({ quickchartUrl, timeoutMs, onFallback }: DrawerOptions): Drawer {
  return {
    async draw(chart) {
      const picture = pictureOf(chart);
      if (!quickchartUrl) return sized(await drawEmbedded(picture));
      try {
        return sized(await drawOnServer(picture, quickchartUrl, timeoutMs));
      } catch (error) {
        onFallback?.(error);
        return sized(await drawEmbedded(picture));
      }
    },
  };
}

/** Width and height stand in the header of every PNG. */
function sized(png: Buffer): Drawn {
  return { png, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
