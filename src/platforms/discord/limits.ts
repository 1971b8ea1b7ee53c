/** Discord's numbers: discord.com/developers/docs (components, interactions, messages). */
export const limits = Object.freeze({
  /** Components of a message, nested ones included, and the characters of all its texts together. */
  components: 40,
  text: 4000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  pictureText: 1024,
  /** Of each file. */
  fileMegabytes: 10,
  pings: 100,
  modalFields: 5,
  modalTitle: 45,
  label: 45,
  labelHint: 100,
  input: 4000,
  placeholder: 100,
  options: 25,
  optionName: 100,
  optionValue: 100,
  commandOptions: 25,
  commandName: 32,
  commandAbout: 100,
  commandText: 6000,
  nonce: 25,
  /** A first response is due within three seconds; what we look up before it gets two. */
  beforeAnswerMs: 2000,
  /** Of that time, what we look up before it is even known what to look up. */
  beforePlanMs: 800,
  /** An interaction token lives for fifteen minutes; we stop trusting it a little earlier. */
  tokenMs: 14.5 * 60_000,
  /** Above this wait a message is put off instead of held. */
  patienceMs: 3000,
});
