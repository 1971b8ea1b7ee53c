/** One thing wrong in a body, at a path. */
export interface Issue {
  readonly path: string[];
  readonly message: string;
}

/** An answer that refuses, in Discord's form. Codes: discord.com/developers/docs/topics/opcodes-and-status-codes */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly issues: readonly Issue[];
  constructor(status: number, code: number, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  /** `{ message, code, errors: { a: { 0: { _errors: [{ code, message }] } } } }`, as Discord nests them. */
  get body(): object {
    const errors: Tree = {};
    for (const { path, message } of this.issues) {
      const leaf = path.reduce<Tree>((at, key) => branch(at, key, {}), errors);
      branch<object[]>(leaf, '_errors', []).push({ code: 'BASE_TYPE_INVALID', message });
    }
    return { message: this.message, code: this.code, ...(this.issues.length > 0 && { errors }) };
  }
}

interface Tree {
  [key: string]: Tree | object[];
}

function branch<T extends Tree | object[]>(tree: Tree, key: string, empty: T): T {
  tree[key] ??= empty;
  return tree[key] as T;
}

export const invalidForm = (issues: readonly Issue[]) =>
  new ApiError(400, 50035, 'Invalid Form Body', issues);
export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const invalidWebhookToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const missingPermissions = () => new ApiError(403, 50013, 'Missing Permissions');
export const cannotSend = () => new ApiError(403, 50007, 'Cannot send messages to this user');
export const editOfOthers = () => new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const tooLarge = () => new ApiError(413, 40005, 'Request entity too large');
