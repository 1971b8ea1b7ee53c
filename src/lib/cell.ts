/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that would lose
 * its own by that. `plainCell` takes it off again.
 */
export const safeCell = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const plainCell = (text: string) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
