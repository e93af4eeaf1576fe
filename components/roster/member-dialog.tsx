"use client";

import { HandHelping, MapPin, Phone, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { Group, Member } from "@/lib/groups/contract";
import type { RosterActs } from "./acts";
import { SubGroupForm } from "./sub-group-form";

type MemberDialogProps = ReturnType<typeof useAct> & {
  group: Pick<Group, "id">;
  mayAppoint: boolean;
  mapHref: string;
  member: Member;
  isMe: boolean;
  subGroups: readonly string[];
  acts: RosterActs;
  onClose: () => void;
};

/** One person of the group and everything a leader may do about them. */
export function MemberDialog(props: MemberDialogProps) {
  const { group, member, isMe, mayAppoint, mapHref, subGroups, acts, busy, act, onClose } = props;
  const t = useTranslations("groups");
  const own = useTranslations("lead.member");
  const [asking, setAsking] = useState(false);
  const { userId, personName: name, role, subGroup, sharing, phone } = member;
  const ref = { groupId: group.id, userId };
  const working = busy && own("working");
  const change = (next: "helper" | "pilgrim") =>
    act(() => acts.update({ ...ref, role: next }), { said: { text: own(`said.${next}`, { name }) } });
  const takeBack = () =>
    act(() => acts.add({ ...ref, role, subGroup }), { said: { text: own("said.back", { name }) } });
  const remove = () =>
    act(() => acts.remove(ref), {
      said: {
        text: own("said.removed", { name }),
        ...(mayAppoint && { action: { label: own("undo"), run: takeBack } }),
      },
      done: onClose,
    });
  const close = (open: boolean) => !open && onClose();
  if (asking)
    return (
      <Dialog
        open
        onOpenChange={close}
        title={own("removeTitle", { name })}
        text={own("removeText")}
        actions={() => (
          <>
            <Button size="lg" onClick={() => setAsking(false)}>
              {own("keep")}
            </Button>
            <Button kind="danger" size="lg" busy={working} onClick={remove}>
              {own("removeSure", { name })}
            </Button>
          </>
        )}
      />
    );
  return (
    <Dialog
      open
      focusSelf
      onOpenChange={close}
      title={name}
      text={[t(`role.${role}`), subGroup, sharing && t(`sharing.${sharing}`)].filter(Boolean).join("\u00a0· ")}
      actions={() => (
        <Button kind="ghost" size="lg" wide onClick={onClose}>
          {own("close")}
        </Button>
      )}
    >
      <div data-density="large" className="flex flex-col gap-3">
        {phone && !isMe ? (
          <a href={`tel:${phone}`} className="btn" data-kind="primary" data-size="lg" data-wide="">
            <Phone aria-hidden size={22} />
            {own("call", { name })}
          </a>
        ) : null}
        {sharing === "on" && !isMe ? (
          <LinkButton href={`${mapHref}?person=${userId}`} size="lg" wide icon={<MapPin aria-hidden size={22} />}>
            {own("show")}
          </LinkButton>
        ) : null}
        <SubGroupForm
          value={subGroup}
          known={subGroups}
          busy={working}
          onSave={(next) =>
            act(() => acts.update({ ...ref, subGroup: next }), { said: { text: own("said.subGroup", { name }) } })
          }
        />
        {mayAppoint && role !== "leader" ? (
          <Button
            size="lg"
            wide
            busy={working}
            icon={<HandHelping aria-hidden size={22} />}
            onClick={() => change(role === "helper" ? "pilgrim" : "helper")}
          >
            {t(role === "helper" ? "roster.makePilgrim" : "roster.makeHelper")}
          </Button>
        ) : null}
        {role !== "leader" && !isMe ? (
          <Button
            kind="danger-quiet"
            size="lg"
            wide
            icon={<UserMinus aria-hidden size={22} />}
            onClick={() => setAsking(true)}
          >
            {t("roster.remove")}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
