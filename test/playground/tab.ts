import type { Act, Done, Message } from '../../src/platforms/playground/protocol.ts';
import type { Served } from './serve.ts';

/** A person's open page, without a browser: what it would be shown, and a way to act. */
export interface Tab {
  /** All messages so far, as they stand now. */
  readonly messages: Message[];
  /** Resolves when the messages are as wanted. */
  until(wanted: (messages: Message[]) => boolean): Promise<Message[]>;
  act(asked: Partial<Act> & Pick<Act, 'said'>): Promise<Done>;
  /** Resolves when the stream is over. */
  readonly ended: Promise<void>;
  close(): void;
}

let keys = 0;
export const freshKey = () => `key-${String(++keys).padStart(8, '0')}`;

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const given = { 'content-type': 'application/json', ...headers };
  return fetch(url, { method: 'POST', headers: given, body: JSON.stringify(body) });
}

export async function openTab({ url }: Served, person: string): Promise<Tab> {
  const leave = new AbortController();
  const response = await fetch(`${url}/playground/events?person=${person}`, { signal: leave.signal });
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  let ready = () => {};
  const opened = new Promise<void>((resolve) => {
    ready = resolve;
  });

  function heard(event: string, data: string) {
    if (event === 'history') messages.splice(0, messages.length, ...(JSON.parse(data) as Message[]));
    if (event === 'message') {
      const one = JSON.parse(data) as Message;
      const at = messages.findIndex(({ id }) => id === one.id);
      messages.splice(at < 0 ? messages.length : at, 1, one);
    }
    ready();
    for (const check of waiting) check();
  }
  async function listen() {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of response.body ?? []) {
      text += decoder.decode(part, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, event = '', data = ''] = /event: (.*)\ndata: (.*)/.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        heard(event, data);
      }
    }
  }
  const ended = listen().catch(() => {});
  await opened;

  return {
    messages,
    ended,
    until: (wanted) =>
      new Promise((resolve) => {
        const check = () => {
          if (!wanted(messages)) return;
          waiting.delete(check);
          resolve(messages);
        };
        waiting.add(check);
        check();
      }),
    async act(asked) {
      const given = { key: freshKey(), person, channel: 'sales', ...asked };
      const answered = await post(`${url}/playground/act`, given);
      if (!answered.ok) throw new Error(`${answered.status} ${await answered.text()}`);
      return answered.json() as Promise<Done>;
    },
    close: () => leave.abort(),
  };
}
