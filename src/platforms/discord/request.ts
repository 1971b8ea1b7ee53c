import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * As discord.js asks, but for files: it hands the form on as it is, and where Slack's client was loaded first, whose
 * undici of another version then carries the requests of both, that one cannot read it. So it is written out here.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = { ...(init.headers as Record<string, string>), ...Object.fromEntries(form.headers) };
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    headers,
    body: new Uint8Array(await form.arrayBuffer()),
  });
};
