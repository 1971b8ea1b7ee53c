import type { Dice } from '../../dice.ts';
import type { Offer, Words } from '../words.ts';

export const products: Words['products'] = [
  ['Warehouse software', 'Software', 120],
  ['Point of sale', 'Software', 75],
  ['Complete ERP', 'Software', 950],
  ['Time and payroll', 'Software', 60],
  ['Barcode equipment', 'Equipment', 45],
  ['Dealer ordering portal', 'Software', 280],
  ['E-invoicing', 'Software', 35],
  ['Management reports', 'Software', 150],
  ['Yearly maintenance', 'Service', 48],
  ['Training and rollout', 'Service', 40],
];

export const offers: readonly Offer[] = [
  ['{short} – warehouse for {n} sites', 0, 90, 600],
  ['Warehouse software for {short}', 0, 80, 350],
  ['{short} – stock and lot tracing', 0, 150, 700],
  ['{short} – point of sale in {n} shops', 1, 60, 450],
  ['Point of sale for {short}', 1, 45, 220],
  ['Complete ERP for {short}', 2, 700, 3000],
  ['{short} – ERP phase 1', 2, 450, 1800],
  ['{short} – move up to ERP', 2, 500, 2200, 'later'],
  ['Time and payroll for {short}', 3, 40, 260],
  ['{short} – {n} barcode scanners', 4, 32, 120],
  ['Barcode and label kit for {short}', 4, 35, 200],
  ['Dealer portal for {short}', 5, 180, 900],
  ['{short} – app for field sales', 5, 150, 650],
  ['{short} – marketplace connection', 5, 90, 380],
  ['E-invoicing for {short}', 6, 30, 90],
  ['{short} – accounting connection', 6, 35, 150],
  ['{short} – management reports', 7, 90, 480],
  ['Board dashboard for {short}', 7, 80, 300],
  ['Maintenance renewal {short}', 8, 40, 260, 'later'],
  ['{short} – two-year maintenance', 8, 60, 380, 'later'],
  ['{short} – {n} more sites', 0, 70, 420, 'later'],
  ['{short} – round-the-clock support', 8, 50, 240, 'later'],
  ['Operator training {short}', 9, 30, 120, 'later'],
];

const names = [
  ...[
    'Ashford',
    'Birchwood',
    'Copperfield',
    'Driftwood',
    'Elmstead',
    'Foxglove',
    'Hartwell',
    'Juniper',
    'Kingsley',
  ],
  ...[
    'Larkspur',
    'Millbrook',
    'Northgate',
    'Overton',
    'Pinecrest',
    'Redfern',
    'Silverlake',
    'Thornbury',
    'Westbrook',
  ],
];
const trades = [
  ...['Furniture', 'Machining', 'Foods', 'Appliances', 'Clothing', 'Electrical', 'Supplies', 'Bakery'],
  ...['Seafood', 'Paints', 'Parts', 'Stationery', 'Woodwork', 'Fashion'],
];
const forms = [' LLC', ' LLC', ' Inc.', '', ' & Sons', ' Ltd'];

export const prospect = (dice: Dice) => `${dice.pick(names)} ${dice.pick(trades)}${dice.pick(forms)}`;

export const notes: Words['notes'] = {
  website: [
    'Asked for a price for two warehouses in {place}',
    'Works with spreadsheets, wants a demo this week. {place}',
    'Needs e-invoicing before the end of the quarter, {place}',
  ],
  social: ['Left a number on our page, {place}', 'Opens a shop in {place}, needs point of sale and scanners'],
  referral: [
    'Came through a customer of ours, workshop in {place}',
    'Trades with a customer of ours, {place}',
  ],
  team: [
    'Met at the trade fair, three shops in {place}',
    'Plant in {place}, interested in ERP, would like to meet',
  ],
  other: ['Called the front desk for a price, {place}'],
};

export const places = [
  ...['Portland', 'Denver', 'Austin', 'Columbus', 'Tucson', 'Omaha', 'Raleigh', 'Fresno', 'Tampa'],
  ...['Boise', 'Madison', 'Tulsa', 'Spokane', 'Dayton', 'Savannah', 'Albany', 'Reno', 'Duluth'],
];

export const wonReasons = [
  ...['Fair price, quick rollout', 'The demo fitted their needs', 'Trusts us from before', 'Better support'],
  ...['Connects to their accounting', 'Two weeks of trial'],
];

export const lostReasons = [
  ...[
    'Dearer than the competitor',
    'Dearer than the competitor',
    'Chose another supplier',
    'No budget this year',
  ],
  ...[
    'Project on hold',
    'Cannot be reached any more',
    'No decision, maybe next year',
    'Lacks a feature they need',
  ],
  ...['The decision maker left', 'They build it themselves'],
];
