import { type Json, str } from './json.ts';
import { methods } from './methods/index.ts';
import { no } from './methods/method.ts';
import type { World } from './world.ts';

const structured = new Set(['blocks', 'view', 'metadata', 'files', 'attachments']);

/** Answers one Web API request, and writes down what was wrong with it. */
export function answer(world: World, name: string, token: string, sent: Json): Json {
  const method = methods[name];
  const args = parsed(sent);
  const record = (reply: Json): Json => {
    world.calls.push({ method: name, args, answer: reply });
    world.store.changed();
    return reply;
  };
  const violate = (what: string, detail?: unknown) => world.violations.push({ where: name, what, detail });

  if (!method) {
    violate('unknown method', args);
    return record({ ...no('unknown_method'), req_method: name });
  }
  const expected = method.appLevel ? world.settings.appToken : world.settings.botToken;
  if (token !== expected) return record(no(token ? 'invalid_auth' : 'not_authed'));
  const scope = typeof method.scope === 'function' ? method.scope(world, args) : method.scope;
  if (scope && world.settings.scopes && !world.settings.scopes.includes(scope)) {
    violate(`missing scope ${scope}`);
    return record({ ...no('missing_scope'), needed: scope, provided: world.settings.scopes.join(',') });
  }
  const unknown = Object.keys(args).filter(
    (key) => ![...method.required, ...method.optional, 'token', 'team_id'].includes(key),
  );
  if (unknown.length > 0) violate(`unknown arguments: ${unknown.join(', ')}`, args);
  const missing = method.required.filter((key) => args[key] === undefined || args[key] === '');
  if (missing.length > 0) {
    violate(`missing arguments: ${missing.join(', ')}`, args);
    return record(
      no(
        'invalid_arguments',
        missing.map((key) => `[ERROR] missing required field: ${key}`),
      ),
    );
  }
  const reply = method.run(world, args);
  if (reply.ok !== true && isMistake(str(reply.error))) violate(str(reply.error), { args, reply });
  return record(reply);
}

/** Errors that are the app's own fault, and not the workspace's. */
function isMistake(error: string): boolean {
  return /^(invalid_(?!auth)|msg_|no_text|view_too_large|expired_trigger_id|exchanged_trigger_id|push_limit)/.test(
    error,
  );
}

function parsed(sent: Json): Json {
  return Object.fromEntries(
    Object.entries(sent).map(([key, value]) => {
      if (!structured.has(key) || typeof value !== 'string') return [key, value];
      try {
        return [key, JSON.parse(value)];
      } catch {
        return [key, value];
      }
    }),
  );
}
