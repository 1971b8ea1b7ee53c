import type { Translator } from '../i18n/index.ts';
import { Refusal } from '../i18n/refusal.ts';
import type { Card } from './card.ts';

/** A refusal that leads on: nothing was changed, and the person is shown privately what they may choose from. */
export class Asking extends Refusal {
  readonly card: (t: Translator) => Card;

  constructor({ key, args }: Refusal, card: (t: Translator) => Card) {
    super(key, args);
    this.card = card;
  }
}
