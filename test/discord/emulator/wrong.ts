import { MessageFlags } from 'discord.js';
import { row } from './session.ts';

/** Messages that Discord does not take, by what is wrong with them. */
export const wrongMessages: readonly [string, object][] = [
  ['2000 characters', { content: 'x'.repeat(2001) }],
  ['an empty message', { content: ' ' }],
  ['6000 characters of embeds', { embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) }],
  ['an embed field without text', { embeds: [{ fields: [{ name: '', value: 'x' }] }] }],
  ['six rows', { components: [1, 2, 3, 4, 5, 6].map((i) => row(['a', `a${i}`])) }],
  [
    'six buttons in a row',
    { components: [row(...[1, 2, 3, 4, 5, 6].map((i): [string, string] => ['a', `b${i}`]))] },
  ],
  ['a custom id twice', { components: [row(['a', 'x'], ['b', 'x'])] }],
  ['a custom id of 101 characters', { components: [row(['a', 'x'.repeat(101)])] }],
  ['a button without label', { components: [row(['', 'x'])] }],
  ['a file that is not there', { embeds: [{ image: { url: 'attachment://none.png' } }] }],
  ['V2 components without the flag', { components: [{ type: 10, content: 'hi' }] }],
  [
    'V2 with content',
    { flags: MessageFlags.IsComponentsV2, content: 'x', components: [{ type: 10, content: 'hi' }] },
  ],
  [
    '4000 characters of V2 text',
    {
      flags: MessageFlags.IsComponentsV2,
      components: [1, 2].map(() => ({ type: 10, content: 'x'.repeat(2001) })),
    },
  ],
  ['parse and list of users together', { content: 'x', allowedMentions: { parse: ['users'], users: ['1'] } }],
  ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }],
  [
    'an unknown property',
    { content: 'x', poll: { question: { text: 'a' }, answers: [], duration: 1, layoutType: 1, wrong: 1 } },
  ],
];

/** Commands that Discord does not take. */
export const wrongCommands: readonly [string, object][] = [
  ['a name with a capital', { name: 'Deal', description: 'x' }],
  ['a translated name with a space', { name: 'deal', nameLocalizations: { vi: 'cơ hội' }, description: 'x' }],
  ['an unknown language', { name: 'deal', nameLocalizations: { xx: 'a' }, description: 'x' }],
  ['no description', { name: 'deal', description: '' }],
  [
    '26 options',
    {
      name: 'deal',
      description: 'x',
      options: Array.from({ length: 26 }, (_, i) => ({ type: 3, name: `o${i}`, description: 'x' })),
    },
  ],
  [
    'a required option after an optional one',
    {
      name: 'deal',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'x' },
        { type: 3, name: 'b', description: 'x', required: true },
      ],
    },
  ],
  [
    'choices with autocomplete',
    {
      name: 'deal',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'x', autocomplete: true, choices: [{ name: 'a', value: 'a' }] },
      ],
    },
  ],
  [
    '8000 characters',
    {
      name: 'deal',
      description: 'x',
      options: Array.from({ length: 25 }, (_, i) => ({
        type: 3,
        name: `o${i}`,
        description: 'x'.repeat(90),
        choices: Array.from({ length: 25 }, (_, j) => ({ name: `${j}`, value: `${j}`.padEnd(12) })),
      })),
    },
  ],
];
