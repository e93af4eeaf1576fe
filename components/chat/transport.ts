import type { LiveHub } from "@/components/live/hub";
import type { Ack } from "@/components/live/wire";
import { noteServerTime } from "@/components/ui/server-clock";
import type { Chat, ChatList, Message, MessagePage, Readers, ReadMark } from "@/lib/chat/contract";
import { sentBy } from "../offline/who";
import type { Outgoing, Sent, Uploaded } from "./outbox";
import type { PageQuery } from "./sync";

const HTTP_MS = 20_000;
/** A picture over a slow network takes its time. */
const UPLOAD_MS = 120_000;
const SIGNED_OUT_WAIT_MS = 60_000;

/** What a later attempt may change: too many calls, a server that starts, a session that is renewed. */
const PASSING = new Set(["unavailable", "busy", "rate_limited", "internal", "in_progress"]);

type Failed = Extract<Sent, { kind: "failed" }>;
type Answer<T> = { ok: true; value: T } | { ok: false; error: string; failed: Failed | null };

/** The API of one agency, past Next, for the reader of this page. */
export const chatApi = (agency: string, userId: string | null) => apiOf(sentBy(agency, userId));

function apiOf(who: Record<string, string>) {
  const ask = async <T>(method: string, path: string, body?: unknown, ms = HTTP_MS): Promise<Answer<T>> => {
    const isForm = body instanceof FormData;
    const askedAt = Date.now();
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { ...who, ...(body && !isForm ? { "content-type": "application/json" } : {}) },
        body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(ms),
      });
      return await answerOf<T>(response, askedAt);
    } catch {
      return { ok: false, error: "offline", failed: { kind: "failed" } };
    }
  };
  const orNull = async <T>(answer: Promise<Answer<T>>) => {
    const got = await answer;
    return got.ok ? got.value : null;
  };
  const group = (groupId: string) => `/groups/${groupId}`;
  return {
    page: (groupId: string, query: PageQuery & { q?: string }) => {
      const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
      return orNull(ask<MessagePage>("GET", `${group(groupId)}/messages?${new URLSearchParams(given)}`));
    },
    chat: (groupId: string) => orNull(ask<Chat>("GET", `${group(groupId)}/chat`)),
    chats: () => orNull(ask<ChatList>("GET", "/chats")),
    send: ({ groupId, ...message }: { groupId: string }) => ask<Message>("POST", `${group(groupId)}/messages`, message),
    read: (groupId: string, seq: number) => orNull(ask<ReadMark>("POST", `${group(groupId)}/read`, { seq })),
    readers: (groupId: string, id: string) => orNull(ask<Readers>("GET", `${group(groupId)}/messages/${id}/readers`)),
    edit: (id: string, text: string) => ask<Message>("PATCH", `/messages/${id}`, { text }),
    withdraw: (id: string) => ask<Message>("DELETE", `/messages/${id}`),
    setLeadersOnly: (groupId: string, leadersOnly: boolean) =>
      ask<Chat>("PATCH", `${group(groupId)}/chat`, { leadersOnly }),
    mute: (groupId: string, muted: boolean) => ask<{ muted: boolean }>("PUT", `${group(groupId)}/chat/mute`, { muted }),
    upload: (groupId: string, picture: Blob) => {
      const form = new FormData();
      form.set("file", picture);
      return ask<{ id: string }>("POST", `${group(groupId)}/attachments`, form, UPLOAD_MS);
    },
    photo: async (groupId: string, id: string, size: "small" | "full"): Promise<Blob | null> => {
      try {
        const path = `/api/v1${group(groupId)}/attachments/${id}?size=${size}`;
        const response = await fetch(path, { headers: who, signal: AbortSignal.timeout(HTTP_MS) });
        return response.ok ? await response.blob() : null;
      } catch {
        return null;
      }
    },
  };
}
export type ChatApi = ReturnType<typeof chatApi>;

async function answerOf<T>(response: Response, askedAt: number): Promise<Answer<T>> {
  noteServerTime(response, askedAt);
  const body = (await response.json()) as T & { error?: string };
  if (response.ok) return { ok: true, value: body };
  const seconds = Number(response.headers.get("retry-after"));
  const retryAfterMs = response.status === 401 ? SIGNED_OUT_WAIT_MS : seconds > 0 ? seconds * 1_000 : undefined;
  const passes = response.status === 401 || response.status >= 500 || PASSING.has(body.error ?? "");
  return { ok: false, error: body.error ?? "internal", failed: passes ? { kind: "failed", retryAfterMs } : null };
}

const outcomeOf = (answer: Answer<Message>): Sent => {
  if (answer.ok) return { kind: "sent", message: answer.value };
  return answer.failed ?? { kind: "refused", code: answer.error };
};

const ofAck = (ack: Ack): Sent | null => {
  if (ack.ok) return { kind: "sent", message: ack.message as Message };
  return PASSING.has(ack.error) || ack.error === "unauthenticated" ? null : { kind: "refused", code: ack.error };
};

/** By socket while it is open, else by HTTP: some networks let only one of them through. */
export const sender =
  (hub: Pick<LiveHub, "readState" | "ask">, api: ChatApi) =>
  async ({ groupId, clientId, kind, text, position, attachment, replyTo }: Outgoing): Promise<Sent> => {
    const message = { groupId, clientId, kind, text, position, attachment, replyTo };
    if (hub.readState() === "open") {
      const outcome = ofAck(await hub.ask("message:send", message));
      if (outcome) return outcome;
    }
    return outcomeOf(await api.send(message));
  };

export const uploader =
  (api: ChatApi) =>
  async ({ groupId, picture }: Outgoing): Promise<Uploaded> => {
    if (!picture) return { kind: "refused", code: "photo_invalid" };
    const answer = await api.upload(groupId, picture);
    if (answer.ok) return { kind: "sent", attachment: answer.value.id };
    return answer.failed ?? { kind: "refused", code: answer.error };
  };
