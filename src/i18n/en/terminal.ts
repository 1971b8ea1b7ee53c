/** What the terminal itself has to say. */
export const terminal = {
  'terminal.missing': 'missing.',
  'terminal.field': '{label}: {sentence}',
  'terminal.meant': 'Did you mean this? Here every key needs its colon.',
  'terminal.usage': 'It is typed: {usage}',
  'problem.terminal.at': '“{text}” is no instant; write it such as 2017-12-31T17:00:00Z or …+07:00.',
  'problem.terminal.as': '“{text}” is no e-mail address; --as takes that of a member.',
  'problem.terminal.option':
    'I do not know the option “{text}”; there are --as EMAIL, --at INSTANT and --json.',
} as const;
