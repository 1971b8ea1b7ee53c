import { untouched } from '../inputs.ts';
import { type Json, json, list, str } from '../json.ts';
import type { View } from '../store.ts';
import { checkView } from '../validate.ts';
import type { World } from '../world.ts';
import { shows } from './files.ts';
import { type Methods, no, ok } from './method.ts';

export const viewMethods: Methods = {
  'views.open': {
    required: ['trigger_id', 'view'],
    optional: [],
    run: (world, args) => fromTrigger(world, args, () => []),
  },
  'views.push': {
    required: ['trigger_id', 'view'],
    optional: [],
    run: (world, args) =>
      fromTrigger(world, args, (user) => {
        const stack = world.store.stacks.get(user) ?? [];
        return stack.length > 0 && stack.length < 3 ? stack : undefined;
      }),
  },
  'views.update': {
    required: ['view'],
    optional: ['view_id', 'external_id', 'hash'],
    run(world, args) {
      const view = [...world.store.views.values()].find(
        (each) =>
          each.id === args.view_id || (args.external_id && each.body.external_id === args.external_id),
      );
      if (!view || !isOpen(world, view)) return no('not_found');
      if (args.hash !== undefined && args.hash !== view.hash) return no('hash_conflict');
      const refusal = checkView(json(args.view), view.kind, shows(world));
      if (refusal) return no(refusal.error, refusal.messages);
      replace(world, view, json(args.view));
      return ok({ view: asPayload(world, view) });
    },
  },
  'views.publish': {
    required: ['user_id', 'view'],
    optional: ['hash'],
    run(world, args) {
      const { store } = world;
      if (!store.users.has(str(args.user_id))) return no('user_not_found');
      const refusal = checkView(json(args.view), 'home', shows(world));
      if (refusal) return no(refusal.error, refusal.messages);
      const home = store.homes.get(str(args.user_id));
      if (args.hash !== undefined && home && args.hash !== home.hash) return no('hash_conflict');
      if (home) replace(world, home, json(args.view));
      const view = home ?? create(world, str(args.user_id), 'home', json(args.view));
      store.homes.set(view.user, view);
      store.changed();
      return ok({ view: asPayload(world, view) });
    },
  },
};

function fromTrigger(world: World, args: Json, under: (user: string) => View[] | undefined): Json {
  const trigger = world.triggers.use(str(args.trigger_id));
  if ('error' in trigger) return no(trigger.error);
  const refusal = checkView(json(args.view), 'modal', shows(world));
  if (refusal) return no(refusal.error, refusal.messages);
  const stack = under(trigger.user);
  if (!stack) return no('push_limit_reached');
  const view = create(world, trigger.user, 'modal', json(args.view), stack);
  return ok({ view: asPayload(world, view) });
}

/** A new view: a home, or a modal on top of those in `stack`. */
export function create(world: World, user: string, kind: View['kind'], body: Json, stack: View[] = []): View {
  const id = world.store.id('V');
  const rootId = stack[0]?.id ?? id;
  const view: View = { id, user, kind, rootId, hash: '', body: {}, state: {}, errors: {} };
  world.store.views.set(id, view);
  if (kind === 'modal') world.store.stacks.set(user, [...stack, view]);
  replace(world, view, body);
  return view;
}

/**
 * Puts new content into a view. An input whose ids stay keeps what it showed, whatever initial value it has now:
 * other values need other ids.
 */
export function replace({ store }: World, view: View, body: Json) {
  const before = list(view.body.blocks);
  view.body = body;
  view.hash = `${store.ts()}.${view.id}`;
  view.errors = {};
  const kept: View['state'] = {};
  for (const block of list(body.blocks)) {
    block.block_id = str(block.block_id) || store.id('b');
    for (const element of [json(block.element), ...list(block.elements), json(block.accessory)]) {
      if (str(element.type)) element.action_id = str(element.action_id) || store.id('a');
    }
    const id = str(block.block_id);
    const old = json(before.find((each) => each.block_id === id)?.element);
    const action = str(json(block.element).action_id);
    if (action && old.action_id === action) kept[id] = view.state[id] ?? { [action]: untouched(old) };
  }
  view.state = kept;
  store.changed();
}

export function isOpen({ store }: World, view: View): boolean {
  return view.kind === 'home' || (store.stacks.get(view.user) ?? []).includes(view);
}

/** A view as payloads carry it. */
export function asPayload({ settings }: World, view: View): Json {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view.body,
    id: view.id,
    team_id: settings.teamId,
    app_id: settings.appId,
    app_installed_team_id: settings.teamId,
    bot_id: settings.botId,
    root_view_id: view.rootId,
    previous_view_id: null,
    hash: view.hash,
    state: { values: view.state },
  };
}
