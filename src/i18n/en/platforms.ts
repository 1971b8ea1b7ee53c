/** What the platforms themselves have to say, around cards and forms. */
export const platforms = {
  'platform.more': 'and {count} more',
  'platform.shortened': 'This was too long for one message and has been shortened.',
  'platform.form': 'Open the form',
  'platform.form.late': 'I could not open the form in time. Press the button to open it.',
  'platform.unknown_person': 'I could not find out who you are just now. Please try again in a moment.',
  'file.direct': 'I have sent you {name} in our direct messages.',
  'file.asker': '{name} goes to the person who asks for it, with /export, and to nobody else.',
  'file.large':
    '{name} is over {megabytes} MB, more than I can send here. Please narrow it with a filter, or write it in the terminal: npm run -s export',
  'file.large.rows':
    '{name} is over {megabytes} MB, more than I can send here. Please split the file that you dropped and drop its parts.',
  'file.terminal':
    '{name} is handed over in the chat where the file was dropped; at the terminal, an import writes such rows with --errors FILE.csv',
  'file.failed': 'I could not send {name} just now. Please try again in a moment.',
  'slack.about': 'A CRM that lives in your team’s chat · CRM ngay trong khung chat của đội bạn',
  'slack.shortcut': 'Log on a deal',
  'slack.shortcut.about': 'Write this message down on a deal · Ghi tin nhắn này vào một cơ hội',
  'discord.outsider': 'I only answer members of the server that I work for.',
  'discord.dms_closed':
    'I have an answer for you only, but cannot write to you. Please allow direct messages from members of this server, or use a / command.',
} as const;
