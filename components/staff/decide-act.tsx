"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Answer, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { WordField } from "./word-field";

type DecideActProps = {
  name: string;
  verb: "approve" | "deny";
  decide: (note: { note?: string }) => Promise<Answer<unknown>>;
};

/** A yes or a no to what somebody asked, with a word to them. */
export function DecideAct({ name, verb, decide }: DecideActProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const go = () => {
    setRefused(null);
    act(() => decide(note.trim() ? { note: note.trim() } : {}), {
      said: { text: t(verb === "approve" ? "approved" : "denied", { name }) },
      done: () => setOpen(false),
      refused: setRefused,
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(`${verb}Ask`, { name })}
      trigger={
        <Button size="sm" kind={verb === "approve" ? "soft" : "secondary"}>
          {t(verb)}
        </Button>
      }
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind={verb === "approve" ? "primary" : "danger"} busy={busy && common("saving")} onClick={go}>
            {t(verb)}
          </Button>
        </>
      )}
    >
      <WordField label={t("decideNote", { name })} value={note} onChange={setNote} refused={refused} />
    </Dialog>
  );
}
