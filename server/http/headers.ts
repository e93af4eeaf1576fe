import type { Settings } from "../runtime";

type Policy = { settings: Settings; nonce: string; dev: boolean };

/** Where tiles are loaded from, by a name for all the hosts that `{s}` stands for. Our own need no mention. */
const originOf = (url: string | null) => {
  const origin = /^https?:\/\/[^/?#]+/.exec(url ?? "")?.[0];
  return origin ? new URL(origin.replace("//{s}.", "//*.")).origin : "";
};

/** Pages run only scripts that carry this response's nonce. Next stamps it on its own. */
export function contentPolicy({ settings, nonce, dev }: Policy): string {
  const tiles = originOf(settings.tileUrl);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Next's development overlay writes styles without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob: ${tiles}`.trimEnd(),
    `connect-src 'self' ${settings.publicUrl.replace(/^http/, "ws")}${dev ? " ws:" : ""}`,
    "font-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer; HSTS only where we are known to stand behind TLS. */
export const securityHeaders = (settings: Settings): Record<string, string> => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "geolocation=(self), camera=(self), microphone=(self), screen-wake-lock=(self)",
  ...(settings.publicUrl.startsWith("https:")
    ? { "strict-transport-security": "max-age=31536000; includeSubDomains" }
    : {}),
});

/** CORS for the API: only origins named in CORS_ORIGINS, and never with cookies. */
export function corsHeaders(settings: Settings, origin: string | undefined): Record<string, string> {
  if (!origin || !settings.corsOrigins.includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    vary: "origin",
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers":
      "authorization, content-type, idempotency-key, x-agency, x-request-id, accept-language",
    "access-control-expose-headers":
      "x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, etag",
    "access-control-max-age": "600",
  };
}
