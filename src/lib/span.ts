/** A person who can be pinged: by their id where the platform has one for them, else by name. */
export interface Mention {
  readonly name: string;
  /** Platform name → user id there. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * A piece of what a card says. Plain strings are data: every platform prints them as they are.
 * Only `mention` can ping. `channel` is an id `on` a platform, which shows its name there. `moment` is an ISO instant,
 * shown in the reader's time zone where the platform can.
 */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly link: string; readonly url: string }
  | { readonly mention: Mention }
  | { readonly channel: string; readonly on: string }
  | { readonly moment: string; readonly style: 'day' | 'time' | 'both' };

export type Text = readonly Span[];

/** A channel in words, for where its name is not known. */
export const channelWords = ({ on, channel }: Extract<Span, { channel: string }>) => `${on} #${channel}`;
