"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Dialog } from "@/components/ui/dialog";
import type { Permission } from "@/lib/agencies/contract/requests";
import type { User } from "@/lib/users/contract";
import { WordField } from "./word-field";

export type TakeBack = Act<{ id: string; permission: Permission; note?: string }>;
type GrantsDialogProps = { user: User; takeBack: TakeBack; onClose: () => void };

/** What somebody may beside their roles; each can be taken back, with a word to them. */
export function GrantsDialog({ user, takeBack, onClose }: GrantsDialogProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [asking, setAsking] = useState<Permission | null>(null);
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const { id, name } = user;
  if (!asking) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={t("grantsOf", { name })}
        text={t("grantsText")}
        focusSelf
        actions={(close) => <Button onClick={close}>{common("close")}</Button>}
      >
        <ul>
          {user.grants.map((one) => (
            <li key={one} className="flex flex-wrap items-center gap-3 border-t border-line py-2.5 first:border-t-0">
              <span className="min-w-0 flex-1">{t(`permission.${one}`)}</span>
              <Button kind="danger-quiet" size="sm" onClick={() => setAsking(one)}>
                {t("takeBack")}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const permission = t(`permission.${asking}`);
  const go = () => {
    const word = note.trim();
    setRefused(null);
    act(() => takeBack({ id, permission: asking, ...(word ? { note: word } : {}) }), {
      said: { text: t("takenBack", { name, permission }) },
      done: onClose,
      refused: setRefused,
    });
  };
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t("takeBackAsk", { name, permission })}
      text={t("takeBackText", { name })}
      keep={common("cancel")}
      verb={t("takeBack")}
      busy={busy && common("saving")}
      go={go}
    >
      <WordField label={t("takeBackNote", { name })} value={note} onChange={setNote} refused={refused} />
    </Confirm>
  );
}
