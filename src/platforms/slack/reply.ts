/** Where an answer goes; part of a stored invocation, so plain JSON. */
export interface ReplyTo {
  readonly user: string;
  /** Where the person acted; their own id on the App Home, which means their direct messages with the bot. */
  readonly channel: string;
  /** Good for five answers within half an hour. */
  readonly responseUrl?: string;
  /** The thread that an answer for everybody belongs to. */
  readonly thread?: string;
  /** The thread was there before: what only the person may see is shown in it too. In a new one nobody would see it. */
  readonly within?: boolean;
  /** The card whose button was pressed. */
  readonly card?: { readonly ts: string; readonly ephemeral: boolean };
  /** The answer takes the place of that card. */
  readonly replace?: boolean;
  /** Files that were about to be shared with the answer, by the places of their blocks. */
  readonly files?: Readonly<Record<number, string>>;
  /** The App Home shows something that may have changed by it. */
  readonly home?: boolean;
}
