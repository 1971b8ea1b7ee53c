import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { fill } from '../../../i18n/template.ts';
import type { Start, WordKey } from '../protocol.ts';

/** What the server said about this page; everything below `App` has it. */
export const Page = createContext<Start>(undefined as never);
export const usePage = () => useContext(Page);

export type Say = (key: WordKey, args?: Readonly<Record<string, string | number>>) => string;

/** Says a sentence in the page's language. */
export function useSay(): Say {
  const { words } = usePage();
  return (key, args = {}) => fill(words[key], args);
}
