"use client";

import { Bus, Ellipsis, HandHelping, ShieldCheck, UserMinus, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { GroupRole, Member } from "@/lib/groups/contract";

type Ref = { groupId: string; userId: string };
export type MemberActs = {
  update: Act<Ref & { role?: GroupRole; subGroup?: string | null }>;
  remove: Act<Ref>;
};
/** What this reader may do about this person. */
export type MemberRights = { roles: readonly GroupRole[]; move: boolean; remove: boolean };
type MemberActionsProps = {
  group: { id: string; number: number };
  member: Member;
  rights: MemberRights;
  subGroups: readonly string[];
  acts: MemberActs;
};

const ICONS = { leader: ShieldCheck, helper: HandHelping, pilgrim: UserRound } as const;
const LABELS = { leader: "makeLeader", helper: "makeHelper", pilgrim: "makePilgrim" } as const;

/** The acts on one row of the roster. */
export function MemberActions({ group, member, rights, subGroups, acts }: MemberActionsProps) {
  const t = useTranslations("office.roster");
  const words = useTranslations("groups.roster");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [asking, setAsking] = useState<"remove" | "move" | null>(null);
  const [typed, setTyped] = useState(member.subGroup ?? "");
  const { userId, personName: name } = member;
  const ref = { groupId: group.id, userId };
  const close = () => setAsking(null);
  const become = (role: GroupRole) =>
    act(() => acts.update({ ...ref, role }), { said: { text: t(`said.${role}`, { name }) } });
  const move = () =>
    act(() => acts.update({ ...ref, subGroup: typed.trim() || null }), {
      said: { text: t("said.moved", { name }) },
      done: close,
    });
  const remove = () => act(() => acts.remove(ref), { said: { text: t("said.removed", { name }) }, done: close });
  const items: MenuItem[] = [
    ...rights.roles.map((role) => {
      const Icon = ICONS[role];
      return {
        id: role,
        label: words(LABELS[role]),
        icon: <Icon aria-hidden size={16} />,
        unavailable: role === "leader" && member.mayLead === false ? t("mayNotLead") : null,
        onSelect: () => become(role),
      };
    }),
    ...(rights.move
      ? [{ id: "move", label: t("move"), icon: <Bus aria-hidden size={16} />, onSelect: () => setAsking("move") }]
      : []),
    ...(rights.remove
      ? [
          {
            id: "remove",
            label: words("remove"),
            icon: <UserMinus aria-hidden size={16} />,
            kind: "danger" as const,
            onSelect: () => setAsking("remove"),
          },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Menu
        trigger={
          <Button
            kind="ghost"
            size="sm"
            busy={busy && common("saving")}
            aria-label={t("actionsFor", { name })}
            icon={<Ellipsis aria-hidden size={18} />}
          />
        }
        items={items}
      />
      <Confirm
        open={asking === "remove"}
        onOpenChange={close}
        title={t("removeTitle", { name, number: String(group.number) })}
        text={t("removeText", { name })}
        keep={t("keep", { name })}
        verb={t("removeSure", { name })}
        busy={busy && common("saving")}
        go={() => remove()}
      />
      <Dialog
        open={asking === "move"}
        onOpenChange={close}
        title={t("moveTitle", { name })}
        actions={() => (
          <>
            <Button onClick={close}>{common("cancel")}</Button>
            <Button kind="primary" busy={busy && common("saving")} onClick={move}>
              {t("moveSure")}
            </Button>
          </>
        )}
      >
        <TextField
          label={words("subGroup")}
          hint={t("moveHint")}
          list={`sub-groups-${userId}`}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <datalist id={`sub-groups-${userId}`}>
          {subGroups.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </Dialog>
    </>
  );
}
