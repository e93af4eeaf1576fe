"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/choices";
import { CodeField } from "@/components/ui/code-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { enter } from "./enter";
import { apart, throughYours } from "./next-path";
import { useRefusal } from "./use-refusal";
import { useSmsCode } from "./use-sms-code";

type Channel = "sms" | "whatsapp";
type Answer = { ok: true } | { ok: false; error: string };
type CodeSignInProps = {
  send: (input: { identifier: string; channel?: Channel }, agency: string | null) => Promise<Answer>;
  to: string;
  agency: string | null;
};

const isPhone = (typed: string) => !typed.includes("@") && /\p{Nd}{3}/u.test(typed);

/** First the address, then the digits that were sent there. The phone fills them in by itself where it can. */
export function CodeSignIn({ send, to, agency }: CodeSignInProps) {
  const t = useTranslations("entry.code");
  const required = useTranslations("errors.fields")("required");
  const refusal = useRefusal();
  const [identifier, setIdentifier] = useState("");
  const [channel, setChannel] = useState<Channel>("sms");
  const [sent, setSent] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  const [filled, setFilled] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const ask = async () => {
    const typed = identifier.trim();
    setMissing(!typed);
    if (!typed || busy) return;
    setBusy(true);
    const input = isPhone(typed) ? { identifier: typed, channel } : { identifier: typed };
    const answer = await send(input, agency).catch(() => ({ ok: false as const, error: "unavailable" }));
    setBusy(false);
    setRefused(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setSent(typed);
    setTimes((before) => before + 1);
  };
  useSmsCode(sent !== null && isPhone(sent) && channel === "sms", setFilled);
  // What was pressed is gone: the next thing to fill in is the code.
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLInputElement>("[name=code]")?.focus();
  }, [times]);

  const come = async () => {
    const given = new FormData(form.current ?? undefined);
    const code = String(given.get("code") ?? "");
    if (busy || code.length < 6) return setRefused(code.length < 6 ? "code_wrong" : refused);
    setBusy(true);
    const name = String(given.get("name") ?? "").trim();
    const problem = await enter({ identifier: sent ?? "", code, ...(name ? { name } : {}) }, agency);
    // A full load: what an earlier person saw on this device must not stay in memory.
    if (problem === null) return window.location.assign(throughYours(to));
    setBusy(false);
    setRefused(problem);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void (sent === null ? ask() : come());
  };

  return (
    <Form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refusal(refused)}</Banner> : null}
      {sent === null ? (
        <>
          <TextField
            name="identifier"
            label={t("identifier")}
            value={identifier}
            onChange={(event) => setIdentifier(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            error={missing ? required : null}
          />
          {isPhone(identifier) ? (
            <Segmented
              legend={t("by")}
              value={channel}
              onValue={(value) => setChannel(value === "whatsapp" ? "whatsapp" : "sms")}
              options={[
                { value: "sms", label: t("sms") },
                { value: "whatsapp", label: t("whatsapp") },
              ]}
            />
          ) : null}
          <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("sending") : false}>
            {t("send")}
          </Button>
        </>
      ) : (
        <>
          {refused ? null : (
            <Banner kind="info">{t(times > 1 ? "sentAgain" : "sent", { identifier: apart(sent) })}</Banner>
          )}
          <CodeField
            key={filled}
            name="code"
            label={t("code")}
            defaultValue={filled}
            onComplete={() => (isPhone(sent) ? undefined : form.current?.requestSubmit())}
          />
          {isPhone(sent) ? (
            <TextField name="name" label={t("name")} optional autoComplete="name" maxLength={200} />
          ) : null}
          <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("busy") : false}>
            {t("submit")}
          </Button>
          <div className="flex flex-wrap justify-between gap-2">
            <Button kind="ghost" onClick={() => void ask()}>
              {t("again")}
            </Button>
            <Button
              kind="ghost"
              onClick={() => {
                setSent(null);
                setTimes(0);
                setRefused(null);
              }}
            >
              {t("change")}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
