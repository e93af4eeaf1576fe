"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LoadingRows } from "@/components/ui/skeleton";
import type { AddPersonProps } from "./person-choice";

// Searching and phone numbers are needed only once somebody is to be added.
const PersonChoice = lazy(() => import("./person-choice").then((file) => ({ default: file.PersonChoice })));

/** Puts somebody of the agency into the group: whom, and as what. */
export function AddPerson({ group, acts }: AddPersonProps) {
  const t = useTranslations("office.add");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<UserPlus aria-hidden size={16} />}>{t("open")}</Button>}
      title={t("title", { number: String(group.number) })}
      text={t("text")}
    >
      <Suspense fallback={<LoadingRows rows={4} />}>
        <PersonChoice group={group} acts={acts} onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
