import type { APIComponentInContainer } from 'discord.js';
import { limits } from './limits.ts';

/** Kept back for the sentence that says that something was left out. */
const RESERVE = 200;
const TEXT_DISPLAY = 10;

/** A message being laid out: components within Discord's two budgets, their number and their text. */
export class Sheet {
  readonly components: APIComponentInContainer[] = [];
  /** Something did not fit. */
  shortened = false;
  #room = limits.text - RESERVE;
  // The container itself and the last sentence.
  #slots = limits.components - 2;
  readonly #claimed = new Set<string>();

  /** Characters of text that still fit here; none where no further component fits. */
  get room(): number {
    return this.#slots > 0 ? this.#room : 0;
  }

  /** Whether this custom id is free; it is taken from now on. */
  claim(customId: string): boolean {
    if (this.#claimed.has(customId)) return false;
    this.#claimed.add(customId);
    return true;
  }

  /** Adds a text, which must fit in `room`. Nothing is not added. */
  text(content: string): void {
    if (!content.trim()) return;
    this.#room -= content.length;
    this.#slots -= 1;
    this.components.push({ type: TEXT_DISPLAY, content });
  }

  /** Adds a component that takes so many slots with all that it holds; false where it does not fit. */
  add(component: APIComponentInContainer, slots: number): boolean {
    if (slots > this.#slots) {
      this.shortened = true;
      return false;
    }
    this.#slots -= slots;
    this.components.push(component);
    return true;
  }

  /** What was kept back for the last sentence. */
  close(content: string): void {
    this.components.push({ type: TEXT_DISPLAY, content: content.slice(0, RESERVE) });
  }
}
