"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";

type ReasonDialogProps = {
  title: string;
  label: string;
  verb: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  send: (reason: string) => void;
};

/** Asks why before something is refused; without a word nothing happens. */
export function ReasonDialog({ title, label, verb, open, onOpenChange, busy, send }: ReasonDialogProps) {
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const fits = reason.trim().length > 0;
  return (
    <Dialog
      title={title}
      open={open}
      onOpenChange={onOpenChange}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind="danger" busy={busy && common("saving")} onClick={() => fits && send(reason)}>
            {verb}
          </Button>
        </>
      )}
    >
      <TextArea
        label={label}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
