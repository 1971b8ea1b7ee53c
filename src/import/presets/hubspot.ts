import type { Preset } from './preset.ts';

const address = ['Street Address', 'City', 'State/Region', 'Postal Code', 'Country/Region'];
const where = { address, region: ['State/Region', 'City'], country: ['Country/Region'] };
const person = {
  email: ['Email', 'Work email', 'Additional email addresses'],
  phone: ['Phone Number', 'Mobile Phone Number'],
  company: ['Associated Company', 'Company Name'],
  owner: ['Contact owner'],
};
const tier = {
  Subscriber: 'potential',
  Lead: 'potential',
  'Marketing Qualified Lead': 'potential',
  'Sales Qualified Lead': 'consulting',
  Opportunity: 'consulting',
  Customer: 'customer',
  Evangelist: 'vip',
  Other: '',
  Prospect: 'potential',
  Partner: '',
  Reseller: '',
  Vendor: '',
};

export const hubspot: Preset = {
  name: 'HubSpot',
  marks: [
    ['Record ID', 'Contact owner'],
    ['Record ID', 'Company owner'],
    ['Record ID', 'Deal owner'],
    ['Record ID', 'Lifecycle Stage'],
    ['Record ID', 'Lead Status'],
    ['Record ID', 'Deal Stage'],
  ],
  columns: {
    companies: {
      ...where,
      website: ['Website URL', 'Company Domain Name'],
      owner: ['Company owner'],
      tier: ['Lifecycle Stage', 'Type'],
    },
    contacts: { ...where, ...person, tier: ['Lifecycle Stage'] },
    leads: {
      ...person,
      externalId: ['Record ID'],
      status: ['Lifecycle Stage', 'Lead Status'],
      source: ['Original Source', 'Original Traffic Source', 'Latest Traffic Source', 'Lead source'],
      region: where.region,
      createdAt: ['Create Date'],
    },
    deals: {
      externalId: ['Record ID'],
      company: ['Associated Company', 'Company Name'],
      owner: ['Deal owner'],
      source: ['Original Source', 'Original Traffic Source'],
      lostReason: ['Closed Lost Reason'],
    },
  },
  values: {
    companies: { tier },
    contacts: { tier },
    leads: {
      status: {
        Subscriber: 'NEW',
        Lead: '',
        'Marketing Qualified Lead': 'MQL',
        'Sales Qualified Lead': 'SQL',
        Opportunity: 'SQL',
        Customer: 'CONVERTED',
        Evangelist: 'CONVERTED',
        Other: '',
        Open: 'NEW',
        'In Progress': 'WORKING',
        'Attempted to Contact': 'WORKING',
        Connected: 'WORKING',
        'Open Deal': 'SQL',
        Unqualified: 'DISQUALIFIED',
        'Bad Timing': 'DISQUALIFIED',
      },
      source: {
        'Organic Search': 'website',
        'Paid Search': 'website',
        'Direct Traffic': 'website',
        'Organic Social': 'social',
        'Paid Social': 'social',
        'Social Media': 'social',
        Referrals: 'referral',
        'Offline Sources': 'team',
        'Email Marketing': 'other',
        'Other Campaigns': 'other',
      },
    },
    deals: {
      stage: {
        'Appointment Scheduled': 'Consulting',
        'Qualified To Buy': 'Consulting',
        'Presentation Scheduled': 'Consulting',
        'Decision Maker Bought-In': 'Negotiation',
        'Contract Sent': 'Contract closing',
        'Closed Won': 'won',
        'Closed Lost': 'lost',
      },
    },
  },
};
