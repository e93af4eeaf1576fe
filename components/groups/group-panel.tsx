"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { SidePanel } from "@/components/office/side-panel";
import { useUnsaved } from "@/components/office/use-unsaved";
import type { Act } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { LoadingRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { Group } from "@/lib/groups/contract";
import { changeOf, draftOf, type GroupWish, newDraft } from "./group-draft";
import type { FormFrame } from "./group-form";

// A list is read more often than a group is made: the form comes when it is asked for.
const GroupForm = lazy(() => import("./group-form").then((file) => ({ default: file.GroupForm })));

type GroupPanelProps = FormFrame & {
  /** Server time, ms. */
  now: number;
  /** Where groups are listed. */
  home: string;
} & (
    | { group?: undefined; create: Act<GroupWish, Group> }
    | { group: Group; update: Act<{ groupId: string } & Partial<GroupWish>, Group> }
  );

/** The button that opens a group's settings beside the page, new or existing. Typed things are never lost unasked. */
export function GroupPanel(props: GroupPanelProps) {
  const { group, now, home, branches, ownBranchId, tiles } = props;
  const t = useTranslations("office.form");
  const newGroup = useTranslations("groups.form")("create");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  useUnsaved(open && dirty);
  const close = () => {
    setOpen(false);
    setAsking(false);
    setDirty(false);
  };
  const change = (next: boolean) => (next ? setOpen(true) : dirty ? setAsking(true) : close());
  const done = (saved: Group) => {
    close();
    toast({ text: t(group ? "saved" : "created", { number: String(saved.number) }), kind: "done" });
    if (group) router.refresh();
    else router.push(`${home}/${saved.id}`);
  };
  const start = group ? draftOf(group) : newDraft(new Date(now), ownBranchId);
  const send = (wish: GroupWish) =>
    props.group ? props.update({ groupId: props.group.id, ...changeOf(props.group, wish) }) : props.create(wish);
  const title = group ? t("editTitle", { number: String(group.number) }) : newGroup;
  return (
    <>
      <Button
        kind={group ? "secondary" : "primary"}
        icon={group ? <Pencil aria-hidden size={16} /> : <Plus aria-hidden size={16} />}
        onClick={() => setOpen(true)}
      >
        {group ? t("edit") : newGroup}
      </Button>
      <SidePanel title={title} open={open} onOpenChange={change}>
        <Suspense fallback={<LoadingRows rows={6} className="m-5" />}>
          <GroupForm
            {...{ branches, ownBranchId, tiles, start }}
            taken={group?.members ?? 0}
            submitLabel={t(group ? "save" : "create")}
            send={send}
            onDone={done}
            onCancel={() => change(false)}
            onDirty={setDirty}
          />
        </Suspense>
      </SidePanel>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("discardTitle")}
        text={t("discardText")}
        keep={t("keepEditing")}
        verb={t("discard")}
        go={() => close()}
      />
    </>
  );
}
