"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { apart } from "@/components/entry/next-path";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import type { DialCountry } from "@/lib/i18n/phone";
import type { Contact, LoginKeys } from "@/lib/identity/contract";
import { type ChangeActs, ChangeContact } from "./change-contact";
import { type Answer, useAnswer } from "./use-answer";

type Acts = {
  send: (input: { contact: Contact }) => Promise<Answer>;
  confirm: (input: { contact: Contact; code: string }) => Promise<Answer>;
};
type Known = LoginKeys["contacts"][number] & {
  /** As people read it. */
  shown: string;
};
type ContactsCardProps = Pick<LoginKeys, "asked"> &
  Acts &
  ChangeActs & { contacts: readonly Known[]; hasPassword: boolean; country: DialCountry };

const CONTACTS = ["phone", "email"] as const;

/** How I am reached, whether it was ever shown to be me, and the question that waits for an answer. */
export function ContactsCard({ contacts, asked, send, confirm, ...changing }: ContactsCardProps) {
  const t = useTranslations("account.contacts");
  const missing = CONTACTS.filter((contact) => !contacts.some((one) => one.contact === contact));
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
        <ContactRow key={one.contact} {...one} waits={asked?.by === one.contact && !asked.here} {...{ send, confirm }}>
          {asked ? null : <ChangeContact contact={one.contact} isThere {...changing} />}
        </ContactRow>
      ))}
      {asked || missing.length === 0 ? null : (
        <div className="flex flex-wrap gap-2 border-line border-t px-(--pad-card) py-2">
          {missing.map((contact) => (
            <ChangeContact key={contact} contact={contact} isThere={false} {...changing} />
          ))}
        </div>
      )}
    </Card>
  );
}

type ContactRowProps = Known & Acts & { waits: boolean; children: ReactNode };

function ContactRow({ contact, shown, provenAt, waits, send, confirm, children }: ContactRowProps) {
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
    <Row end={children}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
        <bdi className="[overflow-wrap:anywhere]">{shown}</bdi>
        <Badge status={provenAt ? "ok" : "notYet"}>{t(provenAt ? "proven" : "unproven")}</Badge>
      </p>
      {problem ? <p className="text-bad-ink">{problem}</p> : null}
      {open ? null : (
        <Button size="sm" className="mt-2" busy={busy ? t("sending") : false} onClick={ask}>
          {t("confirm")}
        </Button>
      )}
      {sent ? (
        <Form onSubmit={submit} noValidate className="mt-3 flex flex-col gap-3">
          <CodeField name="code" label={t("code", { contact: apart(shown) })} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={busy ? t("sending") : false}>
              {t("submit")}
            </Button>
            <Button kind="ghost" onClick={ask}>
              {t("again")}
            </Button>
          </div>
        </Form>
      ) : null}
    </Row>
  );
}
