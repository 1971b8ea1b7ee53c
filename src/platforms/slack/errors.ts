import { webApi } from '@slack/bolt';
import type { Outcome } from '../../chat/platform.ts';

/** Answers after which trying again cannot help. */
const final = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_not_found',
  'channel_type_not_supported',
  'invalid_blocks',
  'is_archived',
  'message_not_found',
  'metadata_must_be_sent_from_app',
  'missing_scope',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_permission',
  'no_text',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_not_in_channel',
  'user_is_bot',
  'user_is_restricted',
  'user_not_found',
  'user_not_visible',
]);

/** Answers that say nothing of whether it took effect. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** Errors of a connection that was never made. */
const unconnected = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/** What an error says about a call that was to change something: refused, later, or nobody knows. */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: 'sent' }> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'later', afterMs: error.retryAfter * 1000, error: message };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    if (final.has(code)) return { kind: 'refused', error: code };
    if (unsure.has(code)) return { kind: 'unknown', error: code };
    // The rest is about the token or the app's set-up: nothing was done, and somebody may mend it.
    return { kind: 'later', afterMs: 60_000, error: code };
  }
  if (error instanceof webApi.WebAPIRequestError && unconnected.test(causes(error))) {
    return { kind: 'later', afterMs: 5000, error: message };
  }
  return { kind: 'unknown', error: message };
}

/** Slack did not take the blocks: other blocks may do. */
export function isAboutBlocks(error: unknown): boolean {
  return (
    error instanceof webApi.WebAPIPlatformError &&
    /^(invalid_blocks|invalid_attachments|msg_blocks_too_long|msg_too_long|invalid_arguments)$/.test(
      error.data.error,
    )
  );
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as NodeJS.ErrnoException;
  return `${code} ${error.message} ${error.cause === undefined ? '' : causes(error.cause)}`;
}
