"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { TextArea } from "@/components/ui/field";

type ReasonDialogProps = {
  title: string;
  /** What else comes of it. */
  text?: string | undefined;
  label: string;
  verb: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  send: (reason: string) => void;
};

/** Asks why before something is refused; without a word nothing happens. */
export function ReasonDialog({ title, text, label, verb, open, onOpenChange, busy, send }: ReasonDialogProps) {
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const fits = reason.trim().length > 0;
  return (
    <Confirm
      {...{ title, text }}
      open={open}
      onOpenChange={onOpenChange}
      keep={common("cancel")}
      verb={verb}
      busy={busy && common("saving")}
      go={() => fits && send(reason)}
    >
      <TextArea
        label={label}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Confirm>
  );
}
