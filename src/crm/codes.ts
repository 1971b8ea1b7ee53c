/** The kinds of record that are called by number, and the letter before it. */
export const kinds = { deal: 'D', lead: 'L', contact: 'P', company: 'C' } as const;
export type Kind = keyof typeof kinds;

/** `D-42`: how people say a record. */
export const code = (kind: Kind, id: number) => `${kinds[kind]}-${id}`;

/** Reads `#12`, `12`, `D-12` or `D-12 Acme`: the kind is null where the text does not say it. */
export function readCode(text: string): { kind: Kind | null; id: number } | null {
  const match =
    text.trim().match(/^[#＃]?(?:([a-z])-?)?(\d{1,10})$/i) ?? text.trim().match(/^([a-z])-(\d{1,10})\s/i);
  if (!match) return null;
  const letter = match[1]?.toUpperCase();
  const kind = (Object.keys(kinds) as Kind[]).find((k) => kinds[k] === letter) ?? null;
  return letter && !kind ? null : { kind, id: Number(match[2]) };
}
