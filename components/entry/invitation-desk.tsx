"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { homeOf } from "@/lib/identity/policy";
import type { Accepted, InvitationCard } from "@/lib/users/contract";
import { enter } from "./enter";
import { apart } from "./next-path";
import { useRefusal } from "./use-refusal";

type Failed = { ok: false; error: string; details?: unknown };
type Answer<R> = { ok: true; value: R } | Failed;
type Given = { token: string; name?: string; email?: string; password?: string };
type InvitationDeskProps = {
  look: (input: { token: string }) => Promise<Answer<InvitationCard>>;
  accept: (input: Given) => Promise<Answer<Accepted>>;
  /** Who is signed in here. */
  me: string | null;
  signOut: () => Promise<void>;
};

/** While somebody signs in first, the token waits in this tab and in no address that a log would keep. */
const WAITS = "qafila.invitation";
const unreachable = (): Failed => ({ ok: false, error: "unavailable" });

export function InvitationDesk({ look, accept, me, signOut }: InvitationDeskProps) {
  const t = useTranslations("entry");
  const refusal = useRefusal();
  const [token, setToken] = useState<string | null>(null);
  const [card, setCard] = useState<InvitationCard | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = useFieldErrors(failed?.details);

  useEffect(() => {
    const found = window.location.hash.slice(1) || sessionStorage.getItem(WAITS) || "";
    setToken(found);
    if (!/^[\w-]{75}$/.test(found)) return setFailed({ ok: false, error: "invitation_not_open" });
    sessionStorage.setItem(WAITS, found);
    look({ token: found })
      .catch(unreachable)
      .then((answer) => (answer.ok ? setCard(answer.value) : setFailed(answer)));
  }, [look]);

  const take = async (more: Omit<Given, "token">) => {
    if (busy || token === null) return;
    setBusy(true);
    const answer = await accept({ token, ...more }).catch(unreachable);
    const refused = answer.ok && answer.value.identifier ? await signInAs(answer.value.identifier, more) : null;
    if (answer.ok && !refused) {
      sessionStorage.removeItem(WAITS);
      return window.location.assign(homeOf(answer.value));
    }
    setBusy(false);
    setFailed(answer.ok ? { ok: false, error: refused ?? "internal" } : answer);
  };

  const fieldsWrong = ["name", "email", "password"].some((field) => errorOf(field));
  const problem = failed && !fieldsWrong ? <Banner kind="bad">{refusal(failed.error)}</Banner> : null;
  if (!card) return problem ?? <p className="text-ink-2">{t("invitation.wait")}</p>;
  const roles = card.roles.map((role) => t(`role.${role}`)).join("\u00a0· ");
  return (
    <div className="flex flex-col gap-4">
      {problem}
      <p className="text-md text-ink-2">{t("invitation.text", { agency: card.agency.name, roles })}</p>
      {me !== null ? (
        <>
          <Button
            kind="primary"
            size="lg"
            wide
            busy={busy ? t("invitation.busy") : false}
            onClick={() => void take({})}
          >
            {t("invitation.join", { name: me })}
          </Button>
          <form action={signOut}>
            <Button type="submit" kind="ghost" wide>
              {t("invitation.other")}
            </Button>
          </form>
        </>
      ) : card.hasLogin ? (
        <SignInFirst contact={card.email ?? card.phone ?? ""} />
      ) : (
        <NewLogin card={card} busy={busy} errorOf={errorOf} take={take} />
      )}
    </div>
  );
}

const signInAs = (identifier: string, { password = "" }: Omit<Given, "token">) => enter({ identifier, password });

function SignInFirst({ contact }: { contact: string }) {
  const t = useTranslations("entry.invitation");
  return (
    <>
      <p>{t("hasLogin", { contact: apart(contact) })}</p>
      <Button kind="primary" size="lg" wide onClick={() => window.location.assign("/sign-in?next=%2Finvitation")}>
        {t("signIn")}
      </Button>
    </>
  );
}

type NewLoginProps = {
  card: InvitationCard;
  busy: boolean;
  errorOf: (field: string) => string | undefined;
  take: (more: Omit<Given, "token">) => Promise<void>;
};

/** The contact is the invitation's; a password manager still sees whose password it is. */
function NewLogin({ card, busy, errorOf, take }: NewLoginProps) {
  const t = useTranslations("entry");
  const contact = card.email ?? card.phone;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (field: string) => String(form.get(field) ?? "").trim();
    const own = contact ? {} : { email: read("email") };
    void take({ name: read("name"), password: String(form.get("password")), ...own });
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        name="name"
        label={t("signUp.name")}
        defaultValue={card.name ?? ""}
        autoComplete="name"
        maxLength={200}
        error={errorOf("name")}
      />
      <TextField
        name="email"
        type={contact ? "text" : "email"}
        label={card.phone && !card.email ? t("signUp.phoneLabel") : t("signUp.emailLabel")}
        defaultValue={contact ?? ""}
        readOnly={contact !== null}
        autoComplete="username"
        dir="ltr"
        error={errorOf("email")}
      />
      <PasswordField
        name="password"
        label={t("signUp.password")}
        hint={t("signUp.passwordHint")}
        autoComplete="new-password"
        error={errorOf("password")}
      />
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("invitation.busy") : false}>
        {t("invitation.accept")}
      </Button>
      <SignInInstead />
    </Form>
  );
}

function SignInInstead() {
  const t = useTranslations("entry");
  return (
    <Button kind="ghost" wide onClick={() => window.location.assign("/sign-in?next=%2Finvitation")}>
      {t("invitation.signIn")}
    </Button>
  );
}
