import type { Logger } from "pino";
import type { Ports } from "@/lib/kernel/ports";
import type { Env } from "../env";
import { memoryBus } from "./bus.memory";
import { diskFiles } from "./files";
import { memoryKv } from "./kv.memory";
import { outboxMail } from "./mail.outbox";
import { midtransPay } from "./pay.midtrans";
import { outboxSms } from "./sms.outbox";
import { outboxWhatsapp } from "./whatsapp.outbox";

/** The message's row in `deliveries` is what staff read. */
const inDeliveries = async () => undefined;
const MEMORY_KEYS = 100_000;

/** Picks each port's adapter from the configuration; those of outside services are loaded only when they are used. */
export async function choosePorts(env: Env, log: Logger): Promise<{ ports: Ports; close: () => Promise<void> }> {
  const onError = (error: unknown) => log.warn({ err: error }, "bus");
  const bus = env.redisUrl
    ? await (await import("./bus.redis")).redisBus({ url: env.redisUrl, onError })
    : memoryBus({ onError });
  const kv = env.upstash
    ? (await import("./kv.upstash")).upstashKv(env.upstash)
    : memoryKv({ maxKeys: MEMORY_KEYS, now: Date.now });
  const files =
    env.files.kind === "s3"
      ? await (await import("./files")).s3Files(env.files.s3)
      : diskFiles({ dir: env.files.folder });
  if (env.redisUrl && env.files.kind === "disk")
    log.warn({ folder: env.files.folder }, "other nodes find files only if this folder is shared; else set FILES=s3");
  const mail = env.mail ? (await import("./mail.smtp")).smtpMail(env.mail) : outboxMail(inDeliveries);
  const [sms, whatsapp] = [outboxSms(inDeliveries), outboxWhatsapp(inDeliveries)];
  return { ports: { kv, bus, files, mail, sms, whatsapp, pay: midtransPay() }, close: () => bus.close() };
}
