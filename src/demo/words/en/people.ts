import type { Dice } from '../../dice.ts';
import type { Words } from '../words.ts';

export const teams = ['Sales North', 'Sales South', 'Key accounts'];

export const colleagues: Words['colleagues'] = [
  { userId: 'lan', name: 'Lana Whitfield', role: 'manager', team: 0, manager: 'tuan' },
  { userId: 'phuc', name: 'Peter Hollis', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'duong', name: 'Daphne Moreau', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'huy', name: 'Hugo Lindqvist', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'bao', name: 'Barnaby Cole', role: 'manager', team: 1, manager: 'tuan' },
  { userId: 'tram', name: 'Tamsin Reyes', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'dat', name: 'Damian Osei', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'han', name: 'Hannah Brandt', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'linh', name: 'Linnea Park', role: 'rep', team: 2, manager: 'tuan' },
  { userId: 'nam', name: 'Naveen Kapoor', role: 'rep', team: 2, manager: 'tuan' },
  { userId: 'tuan', name: 'Tobias Finch', role: 'admin' },
  { userId: 'ha', name: 'Harriet Doyle', role: 'viewer' },
];

export const newcomer = { userId: 'yen', name: 'Yvonne Castell' };

const families = [
  ...[
    'Abbott',
    'Barlow',
    'Carver',
    'Delgado',
    'Ellison',
    'Farrow',
    'Greer',
    'Hobbs',
    'Ibarra',
    'Jensen',
    'Kessler',
  ],
  ...[
    'Lockwood',
    'Mercer',
    'Novak',
    'Okafor',
    'Pruitt',
    'Quinlan',
    'Rowe',
    'Sandoval',
    'Thorne',
    'Underhill',
  ],
  ...['Vance', 'Winslow', 'Yates', 'Zeller'],
];
const given = [
  ...[
    'Alice',
    'Ben',
    'Carla',
    'Dennis',
    'Elena',
    'Frank',
    'Gloria',
    'Henry',
    'Irene',
    'Jack',
    'Karen',
    'Liam',
  ],
  ...[
    'Megan',
    'Noah',
    'Olivia',
    'Paul',
    'Rachel',
    'Sam',
    'Tina',
    'Victor',
    'Wendy',
    'Xavier',
    'Zoe',
    'Martin',
  ],
  ...['Julia', 'Owen', 'Priya', 'Diego', 'Aisha', 'Kenji'],
];

export const name: Words['name'] = (dice) => {
  const call = dice.pick(given);
  return { full: `${call} ${dice.pick(families)}`, call };
};

/** 555-01xx is kept for stories: nobody has such a number. */
export const phone = (dice: Dice) =>
  `+1${dice.pick([206, 212, 303, 312, 404, 415, 503, 512, 617, 702, 713, 813])}55501${dice.int(10, 99)}`;

export const jobs = [
  ...['Managing director', 'Deputy director', 'Chief accountant', 'Head of purchasing', 'Head of IT'],
  ...[
    'Warehouse manager',
    'Operations manager',
    'Buyer',
    'Finance director',
    'Store manager',
    'Executive assistant',
  ],
];
