import type { Words } from '../words.ts';

export const answered = 'Answered';
const missed = 'No answer';

/** About a product that can be shown and tried. */
export const trial: Words['trial'] = [
  [
    ['CALL', 'Introduced us, {who} wants to see a demo: {product}', answered],
    ['EMAIL', 'Sent our company profile and the feature list: {product}'],
    ['NOTE', '{short} runs on spreadsheets, figures are often off'],
  ],
  [
    ['MEETING', 'Demo ({product}) for {who} and two of the team, many questions about permissions'],
    ['CALL', '{who} wants five more users than planned', answered],
    ['NOTE', '{who} worries most about moving old data, promised a trial with one month of it'],
    ['EMAIL', 'Sent the link for a 14-day trial with a how-to video'],
    ['CALL', 'Asked about the trial, {who} had no time to look yet', answered],
  ],
];

export const talk: Words['talk'] = [
  [
    ['CALL', 'Introduced us, {who} wants something to read before we talk', answered],
    ['CALL', 'The desk says {who} is in a meeting, to call again in the afternoon', missed],
    ['CALL', '{who} has a budget this quarter and needs three quotes to compare', answered],
    ['EMAIL', 'Sent the survey questions, {who} will fill them in before we meet'],
    ['NOTE', 'The director decides, {who} is our contact'],
  ],
  [
    ['MEETING', 'Visit at {short}, met {who} and the warehouse keeper'],
    ['EMAIL', 'Sent the minutes of the visit and the scope'],
    ['CALL', '{who} asked about support outside office hours, explained it', answered],
    ['NOTE', '{who} wants it done before the busy season'],
    ['CALL', '{who} is busy with stocktaking, to call again next week', answered],
  ],
  [
    ['EMAIL', 'Sent the quote over {amount}, valid for 15 days'],
    ['CALL', '{who} has the quote and shows it to the director', answered],
    ['CALL', 'Called to ask about the quote', missed],
    ['NOTE', 'They compare us with somebody 10% cheaper without on-site warranty'],
    ['EMAIL', 'Sent the quote again with the equipment apart'],
    ['CALL', '{who} asks for 5% off, I will ask my manager first', answered],
    ['MEETING', 'Presented the quote to the board of {short}, went well'],
    ['NOTE', '{who} is travelling, they decide on the option afterwards'],
  ],
  [
    ['MEETING', 'Met {who}, agreed on the scope, payment terms are still open'],
    ['CALL', '{who} suggests three payments, 40-40-20', answered],
    ['EMAIL', 'Sent the comparison of options A and B, {amount} in all'],
    ['NOTE', 'My manager agrees to 5% off if they sign this month'],
    ['CALL', '{who} says the director likes it, accounting reads the terms', answered],
    ['CALL', 'Tried {who} twice, sent a message', missed],
    ['MEETING', 'Video call with the accountants of {short} about invoices and warranty'],
    ['NOTE', 'The others have just lowered their price, our edge is a quick rollout'],
  ],
  [
    ['EMAIL', 'Sent the draft contract over {amount}'],
    ['CALL', '{who} says legal changes two clauses, back tomorrow', answered],
    ['NOTE', 'The contract waits for the signature of the director of {short}'],
    ['EMAIL', 'Sent the changed contract and the rollout plan'],
    ['CALL', '{who} will sign this week, asks for the deposit invoice', answered],
    ['MEETING', 'Went through the contract with {who}, only the warranty annex is left'],
  ],
];

export const won: Words['won'] = [
  ['NOTE', 'Contract signed, 40% deposit comes this week'],
  ['MEETING', 'Signed at the office of {short}, rollout begins next week'],
  ['CALL', '{who} confirms that the deposit is on its way', answered],
  ['EMAIL', 'Sent the rollout plan and the list of data to prepare'],
  ['NOTE', '{who} will introduce us to a neighbour'],
];

export const lost: Words['lost'] = [
  ['CALL', '{who} does not go on with us, asked for feedback', answered],
  ['EMAIL', 'Sent a thank-you, will be in touch next quarter'],
  ['NOTE', 'Followed it long enough, closing for now, ask again in three months'],
  ['CALL', 'Last try before closing', missed],
  ['CALL', '{who} says the boss has decided, nothing to be done', answered],
];

export const reopened: Words['reopened'] = [
  ['CALL', '{who} called back: the others are slow, they want to do it with us', answered],
  ['CALL', '{who} says the budget was approved after all', answered],
];

export const firstTouch: Words['firstTouch'] = [
  ['CALL', 'First call, {who} is interested and wants something to read', answered],
  ['CALL', 'First call, line busy', missed],
  ['CALL', '{who} is looking around, no hurry', answered],
  ['CALL', 'Nobody picked up, left a message', missed],
  ['EMAIL', 'Sent a welcome and the link to book a demo'],
  ['EMAIL', 'Sent the price list as asked'],
  ['CALL', '{who} asked for a price, we look at the site first', answered],
  ['NOTE', '{who} reads our material and comes back'],
];

export const secondTouch: Words['secondTouch'] = [
  ['CALL', '{who} has read it, demo next week', answered],
  ['CALL', 'Second call, still no answer', missed],
  ['EMAIL', 'Sent the story of a customer in the same trade'],
  ['CALL', '{who} says they are too small yet, next year', answered],
  ['MEETING', 'Quick 20-minute video demo, {who} wants to see more of the reports'],
  ['NOTE', 'A real need, but they still look for premises'],
];
