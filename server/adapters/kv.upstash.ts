import { Redis } from "@upstash/redis";
import type { Kv, Slide, SlideRule } from "@/lib/kernel/ports";
import { SLICES, sliceMs } from "@/server/adapters/kv.memory";

type Options = { url: string; token: string; timeoutMs?: number };

/** State shared by all nodes over Upstash's REST. Throws when it does not answer within `timeoutMs` (1500). */
export function upstashKv({ url, token, timeoutMs = 1500 }: Options): Kv {
  const redis = new Redis({
    url,
    token,
    automaticDeserialization: false,
    enableTelemetry: false,
    retry: { retries: 1, backoff: () => 50 },
    signal: () => AbortSignal.timeout(timeoutMs),
  });

  return {
    get: async (key) => parse(await redis.get<string>(key)),
    mget: async (keys) => (keys.length ? (await redis.mget<(string | null)[]>(...keys)).map(parse) : []),
    set: async (key, value, ttlMs) => {
      if (ttlMs > 0) await redis.set(key, JSON.stringify(value ?? null), { px: Math.ceil(ttlMs) });
      else await redis.del(key);
    },
    del: async (...keys) => {
      if (keys.length) await redis.del(...keys);
    },
    slide: (key, rule) => slideOn(redis, key, rule),
    lease: async (key, owner, ttlMs) =>
      Number(await redis.eval(LEASE, [key], [JSON.stringify(owner), String(Math.ceil(ttlMs))])) === 1,
    release: async (key, owner) => Number(await redis.eval(RELEASE, [key], [JSON.stringify(owner)])) === 1,
  };
}

function parse(text: string | null) {
  return text === null ? null : JSON.parse(text);
}

async function slideOn(redis: Redis, key: string, { limit, windowMs, now, cost = 1 }: SlideRule): Promise<Slide> {
  const args = [limit, sliceMs(windowMs), SLICES, now, cost].map(String);
  const [allowed, remaining, resetMs] = await redis.eval<string[], [number, number, number]>(SLIDE, [key], args);
  return { allowed: allowed === 1, remaining, resetMs };
}

const LEASE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

// One hash per subject: slice number → calls. The same steps as slideIn in kv.memory.ts.
const SLIDE = `
local limit, width, slices = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local now, cost = tonumber(ARGV[4]), tonumber(ARGV[5])
local own = string.format('%.0f', math.floor(now / width))
if cost < 0 and tonumber(redis.call('HGET', KEYS[1], own) or 0) > 0 then
  if redis.call('HINCRBY', KEYS[1], own, cost) == 0 then redis.call('HDEL', KEYS[1], own) end
end
local current, used, oldest = tonumber(own), 0, nil
local counts = redis.call('HGETALL', KEYS[1])
for i = 1, #counts, 2 do current = math.max(current, tonumber(counts[i])) end
for i = 1, #counts, 2 do
  local slice = tonumber(counts[i])
  if slice < current - slices then
    redis.call('HDEL', KEYS[1], counts[i])
  else
    used = used + tonumber(counts[i + 1])
    if not oldest or slice < oldest then oldest = slice end
  end
end
local allowed = cost < 0 or used < limit
if allowed and cost > 0 then
  redis.call('HINCRBY', KEYS[1], string.format('%.0f', current), cost)
  redis.call('PEXPIRE', KEYS[1], width * (slices + 1))
  used = used + cost
  oldest = oldest or current
end
local reset = oldest and (oldest + slices + 1) * width - now or 0
return { allowed and 1 or 0, math.max(0, limit - used), reset }`;
