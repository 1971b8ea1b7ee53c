import type { Words } from '../words.ts';

/** What is promised to a customer in each open stage. */
export const nextSteps: Words['nextSteps'] = [
  ['Call {who} about what they need', 'Send {who} our profile'],
  ['Show {who} {product}', 'Send {who} a first estimate'],
  ['Ask {who} what they think of the quote', 'Remind {who} to pass the quote to the director'],
  ['Send {who} the final price', 'Meet {who} about the terms of payment'],
  ['Send {who} the amended contract', 'Ask {who} when they will sign'],
];

export const leadSteps: Words['leadSteps'] = [
  'Call {who} about what they need',
  'Send {who} the price list',
  'Call {who} again once they have read our material',
];
