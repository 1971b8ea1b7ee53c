import type { Option } from '../../../chat/field.ts';
import type { Wire } from '../../../chat/wire.ts';
import type { Locale } from '../../../i18n/index.ts';
import { limits } from '../limits.ts';
import type { Act, Done, Message, Start } from '../protocol.ts';

/** Names an action for good: sent twice it is done once. */
export const newKey = () => crypto.randomUUID();

async function answered<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<T>;
}

/** Posts, and once more when no answer came: every request bears its key. */
async function post<T>(path: string, body: object): Promise<T> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, request).catch(() => fetch(path, request));
  return answered<T>(response);
}

export const act = (asked: Act) => post<Done>('/playground/act', asked);

/** Hands over a file. Of one that is too large only its size is told: the bot has the words for it. */
export async function drop({ key, person, channel }: Act, file: File): Promise<Done> {
  const told = new URLSearchParams({ key, person, channel, name: file.name, size: String(file.size) });
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file.size > limits.file ? '' : file,
  };
  return answered(await fetch(`/playground/drop?${told}`, request));
}

interface Asked {
  readonly person: string;
  readonly channel: string;
  readonly command: string;
  readonly field: string;
  readonly wire: Wire;
}

export const suggest = (asked: Asked & { readonly text: string }) =>
  post<readonly Option[]>('/playground/suggest', asked).catch((): readonly Option[] => []);

/** The record that `value` stands for, also `5` for `D-5`; nothing where the best records do not include it. */
export async function labelled(asked: Asked, value: string): Promise<Option | undefined> {
  const isIt = (option: Option) => option.value === value || option.value.replace(/^[A-Z]-/, '') === value;
  const named = (await suggest({ ...asked, text: value })).find(isIt);
  return named ?? (await suggest({ ...asked, text: '' })).find(isIt);
}

export const speak = (person: string, locale: Locale) =>
  post<object>('/playground/language', { key: newKey(), person, locale });

export async function start(person: string | undefined, locale: Locale | undefined): Promise<Start> {
  const query = new URLSearchParams({ ...(person && { person }), ...(locale && { locale }) });
  return answered(await fetch(`/playground/start?${query}`));
}

/** A card as data and as each platform sends it, by name. */
export async function cardJson(message: string, person: string): Promise<Record<string, unknown>> {
  return answered(await fetch(`/playground/card?${new URLSearchParams({ message, person })}`));
}

/** Where a file of a card is made for somebody. */
export const fileUrl = (message: string, block: number, person: string) =>
  `/playground/file?${new URLSearchParams({ message, block: String(block), person })}`;

/** What comes live: the whole history at each connection, then one message after another. */
export function listen(
  person: string,
  on: { history(all: Message[]): void; message(one: Message): void; connected(yes: boolean): void },
): () => void {
  const events = new EventSource(`/playground/events?${new URLSearchParams({ person })}`);
  events.onopen = () => on.connected(true);
  events.onerror = () => on.connected(false);
  events.addEventListener('history', ({ data }) => on.history(JSON.parse(data)));
  events.addEventListener('message', ({ data }) => on.message(JSON.parse(data)));
  return () => events.close();
}
