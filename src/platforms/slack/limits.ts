/** What Slack takes, from its documentation, and a margin below the 12,000 characters it does not document. */
export const limits = {
  messageBlocks: 50,
  homeBlocks: 100,
  /** All texts of a message together, its buttons aside. */
  messageText: 9000,
  buttonsText: 2000,
  buttonBlocks: 5,
  /** The line for notifications. */
  fallback: 3000,
  header: 150,
  paragraph: 3000,
  context: 2000,
  contextElements: 10,
  buttons: 25,
  buttonText: 75,
  buttonValue: 2000,
  altText: 2000,
  tableRows: 100,
  tableColumns: 20,
  tableText: 5000,
  cell: 300,
  /** A column of a table that is set in monospaced letters. */
  monoCell: 24,
  viewTitle: 24,
  viewButton: 24,
  label: 2000,
  hint: 2000,
  input: 3000,
  options: 100,
  commandAbout: 300,
  usageHint: 300,
  optionText: 75,
  optionValue: 75,
  /** Slack takes a gigabyte; this is what the bot holds for a moment. */
  fileMegabytes: 50,
  /** An acknowledgement or a form is due within three seconds; what we look up before it gets so many milliseconds. */
  beforeAnswerMs: 1500,
  /** So many messages of a thread are looked through. */
  threadMessages: 100,
} as const;
