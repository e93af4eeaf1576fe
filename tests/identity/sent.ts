import { POST as codeRoute } from "@/app/api/v1/auth/code/route";
import { POST as verifyRoute } from "@/app/api/v1/auth/code/verify/route";
import { POST as forgotRoute } from "@/app/api/v1/auth/forgot-password/route";
import type { Told } from "@/lib/kernel/fact";
import type { MailMessage, TextMessage } from "@/lib/kernel/ports";
import { tasks } from "@/lib/notices/tasks/identity";
import { openCall } from "@/server/doors/call";
import { listen } from "../kernel/support";
import type { House } from "../support/world";
import { type Asking, ask } from "./doorway";

export type Sent = Partial<MailMessage & TextMessage> & { via: string };

let addresses = 0;
const elsewhere = () => ({ "x-qafila-address": `10.1.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}` });

export const askCode = (identifier: string, more: Asking & { channel?: string } = {}) => {
  const { channel, ...rest } = more;
  return ask(codeRoute, { body: { identifier, channel }, headers: elsewhere(), ...rest });
};
export const verify = (identifier: string, code: string, more: Asking & { name?: string } = {}) => {
  const { name, ...rest } = more;
  return ask(verifyRoute, { body: { identifier, code, name }, headers: elsewhere(), ...rest });
};
export const forgot = (identifier: string) => ask(forgotRoute, { body: { identifier }, headers: elsewhere() });

/** A post office: everything that would leave the house lies here. `run` does what the worker does with the facts told so far. */
export async function openPost(house: House) {
  const told: Told[] = await listen(house);
  const sent: Sent[] = [];
  const gateway = (via: string) => ({
    keeps: false,
    send: async (message: Omit<Sent, "via">) => {
      sent.push({ via, ...message });
      return { state: "sent" as const, providerId: "1" };
    },
  });
  const ports = { ...house.ports, mail: gateway("mail"), sms: gateway("sms"), whatsapp: gateway("whatsapp") };
  let ran = 0;
  const run = async (twice = false) => {
    await new Promise((heard) => setImmediate(heard));
    const fresh = told.slice(ran);
    ran = told.length;
    for (const { name, agencyId, payload, id } of twice ? [...fresh, ...fresh] : fresh) {
      for (const task of tasks) {
        if (task.kind !== "on" || task.fact !== name) continue;
        const actor = { kind: "system" as const, task: task.name };
        await task.run(openCall({ actor, agencyId, via: "task", requestId: id }), payload, ports);
      }
    }
    return sent;
  };
  /** The text of the last message to somebody. */
  const last = async (to: string) => (await run()).filter((one) => one.to === to).at(-1);
  const codeFor = async (to: string) => /\b\d{6}\b/.exec((await last(to))?.text ?? "")?.[0] ?? "";
  const linkFor = async (to: string) => /#([\w-]{75})/.exec((await last(to))?.text ?? "")?.[1] ?? "";
  return { sent, told, run, last, codeFor, linkFor };
}
export type Post = Awaited<ReturnType<typeof openPost>>;
