"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { asLocale, type Locale, localeNames, locales } from "@/lib/i18n/locales";
import type { Role } from "@/lib/kernel/actor";
import { PlaceFields } from "./roles-dialog";

type Wish = { name?: string; email?: string; phone?: string; roles: Role[]; branchId: string | null; locale: Locale };
type InviteDialogProps = {
  givable: readonly Role[];
  branches: readonly { id: string; name: string }[];
  invite: Act<Wish, { link: string }>;
  /** What somebody is here unless it is said otherwise. */
  usual: readonly Role[];
  /** The agency's own. */
  language: Locale;
};
const EMPTY = { name: "", email: "", phone: "" };

/** Invites one person: the link is sent where a contact is given, and shown once for handing over. */
export function InviteDialog({ givable, branches, usual, invite, language }: InviteDialogProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [who, setWho] = useState(EMPTY);
  const [place, setPlace] = useState<{ roles: readonly Role[]; branchId: string | null }>({
    roles: usual,
    branchId: null,
  });
  const [locale, setLocale] = useState(language);
  const [link, setLink] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [details, setDetails] = useState<unknown>(null);
  const errorOf = useFieldErrors(details);
  const { busy, act } = useAct();
  const change = (next: boolean) => {
    setOpen(next);
    setLink(null);
    setRefused(null);
    setDetails(null);
    if (next) setWho(EMPTY);
  };
  const send = () => {
    if (place.roles.length === 0) return setRefused(t("noRole"));
    const given = Object.fromEntries(Object.entries(who).filter(([, value]) => value.trim() !== ""));
    act(
      async () => {
        const answer = await invite({ ...given, roles: [...place.roles], branchId: place.branchId, locale });
        setDetails(answer.ok ? null : answer.details);
        return answer;
      },
      { done: (made) => setLink(made.link), refused: setRefused },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={link ? t("invitedTitle") : t("invite")}
      text={link ? t("invitedText") : t("inviteText")}
      trigger={
        <Button kind="primary" icon={<UserPlus aria-hidden size={16} />}>
          {t("invite")}
        </Button>
      }
      actions={(close) =>
        link ? (
          <Button kind="primary" onClick={close}>
            {common("close")}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{common("cancel")}</Button>
            <Button kind="primary" busy={busy && common("saving")} onClick={send}>
              {t("inviteSend")}
            </Button>
          </>
        )
      }
    >
      {link ? (
        <div className="flex flex-col gap-3">
          <p className="rounded-md bg-sunken p-3 [overflow-wrap:anywhere]">
            <bdi dir="ltr">{link}</bdi>
          </p>
          <CopyButton value={link} label={t("copy")} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          {refused ? <Banner kind="bad">{refused}</Banner> : null}
          {(["name", "email", "phone"] as const).map((field) => (
            <TextField
              key={field}
              label={t(`fields.${field}`)}
              type={field === "name" ? "text" : field === "email" ? "email" : "tel"}
              dir={field === "name" ? undefined : "ltr"}
              autoComplete="off"
              optional
              value={who[field]}
              error={errorOf(field)}
              onChange={(event) => setWho({ ...who, [field]: event.target.value })}
            />
          ))}
          <SelectField
            label={t("letterLanguage")}
            value={locale}
            onChange={(event) => setLocale(asLocale(event.target.value))}
            options={locales.map((value) => ({ value, label: localeNames[value] }))}
          />
          <PlaceFields place={place} set={setPlace} {...{ givable, branches }} />
        </div>
      )}
    </Dialog>
  );
}
