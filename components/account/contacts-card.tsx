"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { apart } from "@/components/entry/next-path";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { CodeField } from "@/components/ui/code-field";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import type { Contact, LoginKeys } from "@/lib/identity/contract";
import { type Answer, useAnswer } from "./use-answer";

type Acts = {
  send: (input: { contact: Contact }) => Promise<Answer>;
  confirm: (input: { contact: Contact; code: string }) => Promise<Answer>;
};
type ContactsCardProps = Pick<LoginKeys, "contacts" | "asked"> & Acts;

/** How I am reached, whether it was ever shown to be me, and the question that waits for an answer. */
export function ContactsCard({ contacts, asked, ...acts }: ContactsCardProps) {
  const t = useTranslations("account.contacts");
  if (contacts.length === 0) return null;
  return (
    <Card title={t("title")} flush>
      {asked ? (
        <div className="px-(--pad-card) pb-3">
          <Banner kind="info">{t(asked.here ? "asked" : "askedElsewhere", { contact: apart(asked.value) })}</Banner>
          {asked.here ? (
            <LinkButton href="/yours?next=/account" kind="primary" className="mt-3">
              {t("answer")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {contacts.map((one) => (
        <ContactRow key={one.contact} {...one} waits={asked?.by === one.contact && !asked.here} {...acts} />
      ))}
    </Card>
  );
}

type ContactRowProps = LoginKeys["contacts"][number] & Acts & { waits: boolean };

function ContactRow({ contact, value, provenAt, waits, send, confirm }: ContactRowProps) {
  const t = useTranslations("account.contacts");
  const router = useRouter();
  const { busy, run, problem } = useAnswer();
  const [sent, setSent] = useState(false);
  const ask = async () => {
    if (await run(() => send({ contact }))) setSent(true);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    if (!(await run(() => confirm({ contact, code })))) return;
    setSent(false);
    toast({ kind: "done", text: t("done") });
    router.refresh();
  };
  const open = sent || (provenAt !== null && !waits);
  return (
    <Row
      end={
        open ? null : (
          <Button size="sm" busy={busy ? t("sending") : false} onClick={ask}>
            {t("confirm")}
          </Button>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
        <bdi className="[overflow-wrap:anywhere]">{value}</bdi>
        <Badge status={provenAt ? "ok" : "notYet"}>{t(provenAt ? "proven" : "unproven")}</Badge>
      </p>
      {problem ? <p className="text-bad-ink">{problem}</p> : null}
      {sent ? (
        <form onSubmit={submit} noValidate method="post" className="mt-3 flex flex-col gap-3">
          <CodeField name="code" label={t("code", { contact: apart(value) })} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={busy ? t("sending") : false}>
              {t("submit")}
            </Button>
            <Button kind="ghost" onClick={ask}>
              {t("again")}
            </Button>
          </div>
        </form>
      ) : null}
    </Row>
  );
}
