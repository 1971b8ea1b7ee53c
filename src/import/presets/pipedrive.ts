import type { Preset } from './preset.ts';

const reach = (record: string) => ({
  email: ['Work', 'Home', 'Other'].map((label) => `${record} - Email - ${label}`).concat(`${record} - Email`),
  phone: ['Mobile', 'Work', 'Home', 'Other']
    .map((label) => `${record} - Phone - ${label}`)
    .concat(`${record} - Phone`),
});

export const pipedrive: Preset = {
  name: 'Pipedrive',
  marks: [['Deal - Title'], ['Person - Name'], ['Organization - Name'], ['Lead - Title']],
  columns: {
    companies: {
      name: ['Organization - Name'],
      address: ['Organization - Address'],
      region: [
        'Organization - State/county of Address',
        'Organization - City/town/village/locality of Address',
      ],
      country: ['Organization - Country of Address'],
      owner: ['Organization - Owner'],
      tags: ['Organization - Labels', 'Organization - Label'],
      industry: ['Organization - Industry'],
      employees: ['Organization - Employee count', 'Organization - Number of employees'],
      revenue: ['Organization - Annual revenue'],
      website: ['Organization - Website'],
    },
    contacts: {
      ...reach('Person'),
      name: ['Person - Name'],
      company: ['Person - Organization', 'Organization - Name'],
      owner: ['Person - Owner'],
      tags: ['Person - Labels', 'Person - Label'],
      jobTitle: ['Person - Job title'],
      birthday: ['Person - Birthday'],
      address: ['Person - Postal address'],
      note: ['Person - Notes'],
    },
    leads: {
      ...reach('Person'),
      externalId: ['Lead - ID'],
      // A name of one column takes the first that says one.
      name: ['Lead - Contact person', 'Person - Name', 'Lead - Title'],
      company: ['Lead - Organization', 'Organization - Name'],
      owner: ['Lead - Owner'],
      source: ['Lead - Source channel', 'Lead - Source origin', 'Lead - Source'],
      tags: ['Lead - Labels', 'Lead - Label'],
      note: ['Lead - Title'],
      createdAt: ['Lead - Lead created'],
    },
    deals: {
      externalId: ['Deal - ID'],
      title: ['Deal - Title'],
      amount: ['Deal - Value'],
      currency: ['Deal - Currency of Value', 'Deal - Currency'],
      company: ['Deal - Organization'],
      contact: ['Deal - Contact person'],
      owner: ['Deal - Owner'],
      // Won and lost are a status there; an open deal stands in its stage.
      stage: ['Deal - Status', 'Deal - Stage'],
      source: ['Deal - Source channel', 'Deal - Source origin'],
      createdAt: ['Deal - Deal created'],
      closedAt: ['Deal - Won time', 'Deal - Lost time', 'Deal - Deal closed on'],
      lostReason: ['Deal - Lost reason'],
      expectedCloseOn: ['Deal - Expected close date'],
    },
  },
  values: {
    leads: {
      source: {
        'Web forms': 'website',
        'Web visitors': 'website',
        Chatbot: 'website',
        'Live chat': 'website',
        'Manually created': 'team',
        Import: 'other',
      },
    },
    deals: {
      stage: {
        Open: '',
        Qualified: 'New lead',
        'Lead In': 'New lead',
        'Contact Made': 'Consulting',
        'Demo Scheduled': 'Consulting',
        'Needs Defined': 'Consulting',
        'Proposal Made': 'Quote sent',
        'Negotiations Started': 'Negotiation',
      },
    },
  },
};
