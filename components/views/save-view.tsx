"use client";

import { useTranslations } from "next-intl";
import { type Answer, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { SavedView } from "@/lib/views/contract";

type SaveViewProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  save: (name: string) => Promise<Answer<SavedView>>;
};

/** Asks for the name under which a view is kept. */
export function SaveView({ open, onOpenChange, save }: SaveViewProps) {
  const t = useTranslations("shell.views");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const submit = (form: FormData) =>
    act(() => save(String(form.get("name"))), { said: { text: t("saved") }, done: () => onOpenChange(false) });
  return (
    <Dialog title={t("save")} open={open} onOpenChange={onOpenChange}>
      <form action={submit} className="flex flex-col gap-5">
        <TextField label={t("name")} name="name" required maxLength={60} autoComplete="off" />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button type="submit" kind="primary" busy={busy && common("saving")}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
