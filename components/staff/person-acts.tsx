"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Role } from "@/lib/kernel/actor";
import type { PersonTies } from "@/lib/travel/contract/ties";
import type { UpdateUser, User } from "@/lib/users/contract";
import { GrantsDialog, type TakeBack } from "./grants-dialog";
import { Leaving } from "./leaving";
import { RolesDialog } from "./roles-dialog";

export type StaffActs = {
  update: Act<UpdateUser, unknown>;
  remove: Act<{ id: string }>;
  erase: Act<{ id: string }>;
  takeBack: TakeBack;
  ties: Act<{ id: string }, PersonTies>;
};
type PersonActsProps = {
  user: User;
  branches: readonly { id: string; name: string }[];
  givable: readonly Role[];
  acts: StaffActs;
};

/** What this reader may do with somebody; who was removed can only be forgotten. */
export function PersonActs({ user, branches, givable, acts }: PersonActsProps) {
  const t = useTranslations("agency.staff");
  const [open, setOpen] = useState<"roles" | "grants" | "remove" | "erase" | null>(null);
  const { act } = useAct();
  const { id, name, status, mayChange, mayTakeBack } = user;
  const isOff = status === "disabled";
  const close = () => setOpen(null);
  const turn = (disabled: boolean) => acts.update({ id, disabled });
  const toggle = () =>
    act(() => turn(!isOff), {
      said: {
        text: t(isOff ? "enabled" : "disabled", { name }),
        action: { label: t("undo"), run: () => act(() => turn(isOff), { said: { text: t("undone") } }) },
      },
    });
  // Who may not change somebody may still have given them a permission, and takes it back.
  const grants: MenuItem[] = mayTakeBack
    ? [{ id: "grants", label: t("grants"), onSelect: () => setOpen("grants") }]
    : [];
  const inside: MenuItem[] = [
    { id: "roles", label: t("change"), onSelect: () => setOpen("roles") },
    ...grants,
    { id: "turn", label: t(isOff ? "enable" : "disable"), onSelect: toggle },
    { id: "remove", label: t("remove"), kind: "danger", onSelect: () => setOpen("remove") },
  ];
  const erase: MenuItem = { id: "erase", label: t("erase"), kind: "danger", onSelect: () => setOpen("erase") };
  return (
    <>
      <Menu
        trigger={<Button kind="ghost" aria-label={t("actsOf", { name })} icon={<Ellipsis aria-hidden size={18} />} />}
        items={mayChange ? (status === "removed" ? [erase] : [...inside, erase]) : grants}
      />
      {open === "roles" ? <RolesDialog {...{ user, branches, givable }} update={acts.update} onClose={close} /> : null}
      {open === "grants" ? <GrantsDialog {...{ user }} takeBack={acts.takeBack} onClose={close} /> : null}
      {open === "remove" || open === "erase" ? (
        <Sure word={open} name={name} use={() => acts[open]({ id })} onClose={close}>
          {status === "removed" ? null : <Leaving {...{ id, name }} look={acts.ties} />}
        </Sure>
      ) : null}
    </>
  );
}

type SureProps = {
  word: "remove" | "erase";
  name: string;
  use: () => ReturnType<StaffActs["erase"]>;
  onClose: () => void;
  children: ReactNode;
};

/** Asks once more, and says what stays. */
function Sure({ word, name, use, onClose, children }: SureProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t(`${word}Ask`, { name })}
      text={t(`${word}Text`)}
      keep={t("keep", { name })}
      verb={t(word)}
      busy={busy && common("saving")}
      go={() => act(use, { said: { text: t(`${word}d`, { name }) }, done: onClose })}
    >
      {children}
    </Confirm>
  );
}
