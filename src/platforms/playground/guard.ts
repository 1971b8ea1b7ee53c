import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Keeps other web pages out. A name that was pointed at this machine (DNS rebinding) does not pass for it, and
 * a page from elsewhere can neither post nor send JSON.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!loopback.test(host)) return c.text('The playground answers on this machine only.', 403);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
      return c.text('Requests from other origins are refused.', 403);
    // Neither can be sent from another origin without asking first.
    if (!/^application\/(json|octet-stream)\b/i.test(c.req.header('content-type') ?? ''))
      return c.text('Send application/json.', 415);
  }
  return next();
};

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  strictTransportSecurity: false,
});
