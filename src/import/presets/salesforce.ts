import type { Preset } from './preset.ts';

/** Reports say `Billing Street`, the data export `BillingStreet`: one name without its spaces. */
const at = (kind: string) => ({
  address: ['Street', 'City', 'State/Province', 'State', 'Zip/Postal Code', 'PostalCode', 'Country'].map(
    (part) => `${kind} ${part}`,
  ),
  region: [`${kind} State/Province`, `${kind} State`, `${kind} City`],
});
const phone = ['Mobile', 'MobilePhone', 'Phone', 'Home Phone', 'Other Phone'];

export const salesforce: Preset = {
  name: 'Salesforce',
  marks: [
    ['Opportunity ID', 'Opportunity Name'],
    ['Opportunity Owner'],
    ['Account Owner'],
    ['Lead Owner', 'Company / Account'],
    ['Lead ID', 'Lead Status'],
    ['Contact ID', 'Account Name'],
    ['Id', 'StageName', 'CloseDate'],
    ['Id', 'IsConverted'],
    ['Id', 'AccountId', 'LastName'],
    ['Id', 'BillingStreet'],
  ],
  columns: {
    companies: {
      ...at('Billing'),
      name: ['Account Name', 'Name'],
      country: ['Billing Country'],
      employees: ['Employees', 'Number Of Employees'],
      owner: ['Account Owner'],
      parent: ['Parent Account'],
      tier: ['Type'],
      note: ['Account Description', 'Description'],
    },
    contacts: {
      ...at('Mailing'),
      phone,
      company: ['Account Name'],
      owner: ['Contact Owner'],
      note: ['Contact Description', 'Description'],
    },
    leads: {
      phone,
      externalId: ['Lead ID', 'Id'],
      company: ['Company / Account', 'Company'],
      status: ['Lead Status', 'Status'],
      source: ['Lead Source'],
      owner: ['Lead Owner'],
      employees: ['No. of Employees', 'Number Of Employees'],
      region: ['State/Province', 'State', 'City'],
    },
    deals: {
      externalId: ['Opportunity ID', 'Id'],
      title: ['Opportunity Name', 'Name'],
      currency: ['Amount Currency', 'Opportunity Currency', 'CurrencyIsoCode'],
      company: ['Account Name'],
      owner: ['Opportunity Owner'],
      stage: ['Stage', 'StageName'],
      source: ['Lead Source'],
      lostReason: ['Loss Reason', 'Closed Lost Reason'],
    },
  },
  values: {
    companies: {
      tier: {
        Prospect: 'potential',
        'Customer - Direct': 'customer',
        'Customer - Channel': 'customer',
        Customer: 'customer',
        'Channel Partner / Reseller': '',
        'Installation Partner': '',
        'Technology Partner': '',
        Partner: '',
        Analyst: '',
        Competitor: '',
        Investor: '',
        Press: '',
        Other: '',
      },
    },
    leads: {
      status: {
        'Open - Not Contacted': 'NEW',
        'Working - Contacted': 'WORKING',
        Contacted: 'WORKING',
        Nurturing: 'WORKING',
        Qualified: 'SQL',
        'Closed - Converted': 'CONVERTED',
        'Closed - Not Converted': 'DISQUALIFIED',
        Unqualified: 'DISQUALIFIED',
      },
      source: {
        Web: 'website',
        'Social Media': 'social',
        'Phone Inquiry': 'team',
        'Partner Referral': 'referral',
        'Customer Referral': 'referral',
        'Employee Referral': 'referral',
        'External Referral': 'referral',
        'Purchased List': 'other',
      },
    },
    deals: {
      stage: {
        Prospecting: 'New lead',
        Qualification: 'New lead',
        'Needs Analysis': 'Consulting',
        'Value Proposition': 'Consulting',
        'Id. Decision Makers': 'Consulting',
        'Perception Analysis': 'Consulting',
        'Proposal/Price Quote': 'Quote sent',
        'Negotiation/Review': 'Negotiation',
      },
    },
  },
};
