import { type Json, json, list, str } from './json.ts';

/** A value as a person gives it to an input; for selects the words or the value of an option. */
export type Answer = string;

/** The state Slack reports for an element that holds this answer; throws where the client would not take it. */
export function entered(element: Json, answer: Answer, suggested: readonly Json[]): Json {
  const type = str(element.type);
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input': {
      const max = Number(element.max_length ?? 3000);
      if (answer.length > max) throw new Error(`the client takes at most ${max} characters`);
      if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(answer))
        throw new Error(`no e-mail: ${answer}`);
      if (type === 'number_input' && Number.isNaN(Number(answer))) throw new Error(`no number: ${answer}`);
      return { type, value: answer };
    }
    case 'datepicker':
      return { type, selected_date: answer };
    case 'timepicker':
      return { type, selected_time: answer };
    case 'datetimepicker':
      return { type, selected_date_time: Number(answer) };
    case 'users_select':
      return { type, selected_user: answer };
    case 'conversations_select':
      return { type, selected_conversation: answer };
    case 'channels_select':
      return { type, selected_channel: answer };
    case 'checkboxes':
      return {
        type,
        selected_options: answer === '' ? [] : answer.split(',').map((one) => option(element, one)),
      };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: option(element, answer) };
    case 'external_select':
      return { type, selected_option: option({ options: suggested }, answer) };
    default:
      throw new Error(`the emulator cannot fill a ${type}`);
  }
}

/** The state of an element nobody touched. */
export function untouched(element: Json): Json {
  const type = str(element.type);
  if (/input$/.test(type)) return { type, value: element.initial_value ?? null };
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null };
  if (type === 'timepicker') return { type, selected_time: element.initial_time ?? null };
  if (type === 'datetimepicker') return { type, selected_date_time: element.initial_date_time ?? null };
  if (type === 'users_select') return { type, selected_user: element.initial_user ?? null };
  if (type === 'conversations_select')
    return { type, selected_conversation: element.initial_conversation ?? null };
  if (type === 'channels_select') return { type, selected_channel: element.initial_channel ?? null };
  if (type === 'checkboxes') return { type, selected_options: element.initial_options ?? [] };
  return { type, selected_option: element.initial_option ?? null };
}

/** Whether a state holds nothing: the client does not submit a required input like that. */
export function isEmpty(state: Json): boolean {
  const { type: _, ...values } = state;
  return Object.values(values).every(
    (value) => value === null || value === '' || (Array.isArray(value) && !value.length),
  );
}

/** The options of a list, those in groups included. */
export function optionsOf(holder: Json): Json[] {
  return [...list(holder.options), ...list(holder.option_groups).flatMap((group) => list(group.options))];
}

function option(holder: Json, answer: Answer): Json {
  const options = optionsOf(holder);
  const words = (each: Json) => str(json(each.text).text);
  const found =
    options.find((each) => each.value === answer || words(each) === answer) ??
    options.find((each) => words(each).includes(answer));
  if (!found) throw new Error(`no option «${answer}» among ${options.map(words).join(' · ') || 'none'}`);
  return found;
}
