import type { Words } from '../words.ts';

export const regions = ['North', 'South', 'West'];

export const needs = [
  'Stock across several sites, with fewer differences',
  'Point of sale that knows the warehouse',
  'An ERP in place of the old accounting software',
  'Time and payroll for shift workers',
  'Barcodes for goods in and goods out',
  'A portal where dealers order by themselves',
  'E-invoices straight from sales',
  'A daily report for the management',
];

export const leadTags = ['seminar', 'trade fair', 'urgent', 'several sites', 'on spreadsheets'];
export const customerTags = ['priority', 'exporter', 'several sites', 'slow payer', 'long-standing'];
export const interests = ['badminton', 'coffee', 'football', 'travel', 'golf', 'running', 'gardening'];
export const paymentTerms = [
  '30 days',
  '45 days after acceptance',
  '40% when signed, 60% at handover',
  'In advance',
];

export const duties: Words['duties'] = {
  'Managing director': 'decides',
  'Deputy director': 'decides',
  'Chief accountant': 'accounts',
  'Head of purchasing': 'buys',
  'Head of IT': 'technical',
  'Warehouse manager': 'uses',
  'Operations manager': 'influences',
  Buyer: 'buys',
  'Finance director': 'accounts',
  'Store manager': 'uses',
  'Executive assistant': 'influences',
};
