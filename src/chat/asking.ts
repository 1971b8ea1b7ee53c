import type { Translator } from '../i18n/index.ts';
import { Refusal } from '../i18n/refusal.ts';
import type { Card } from './card.ts';
import type { Wire } from './wire.ts';

/**
 * A refusal that leads on: nothing was changed, and the person is shown privately what they may choose from. `said` is
 * what the command was asked with, for a button that asks it again.
 */
export class Asking extends Refusal {
  readonly card: (t: Translator, said: Wire) => Card;

  constructor({ key, args }: Refusal, card: Asking['card']) {
    super(key, args);
    this.card = card;
  }
}
