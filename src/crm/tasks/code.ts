/** `V-12` (việc): how people say a task. */
export const taskCode = (id: number) => `V-${id}`;

/** Reads `V-12`, `#12`, `12` or `V-12 Gọi lại`. */
export function readTaskCode(text: string): number | null {
  const match = text.trim().match(/^[#＃]?(?:v-?)?(\d{1,9})$/i) ?? text.trim().match(/^v-(\d{1,9})\s/i);
  return match ? Number(match[1]) : null;
}
