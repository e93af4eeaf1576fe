"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { localeNames, locales } from "@/lib/i18n/locales";
import { Choose } from "./choose";
import { saveFrom } from "./files";

type PaperButtonProps = {
  agency: string;
  path: string;
  name: string;
  label: string;
  wide?: boolean;
  /** For whoever hands it to somebody else: it is in that person's language, unless another is chosen. */
  asks?: { label: string; own: string };
};

/** A paper of the house as a file, in the language of whom it is for. */
export function PaperButton({ agency, path, name, label, wide, asks }: PaperButtonProps) {
  const errors = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState("");
  const save = async () => {
    setBusy(true);
    const failed = await saveFrom(agency, chosen ? `${path}?locale=${chosen}` : path, name);
    setBusy(false);
    if (failed) toast({ text: errors(failed === "offline" ? "offline" : "internal"), kind: "failed" });
  };
  const button = (
    <Button
      icon={<Download aria-hidden size={16} />}
      className="print:hidden"
      wide={wide}
      busy={busy && label}
      onClick={save}
    >
      {label}
    </Button>
  );
  if (!asks) return button;
  const options = [
    { value: "", label: asks.own },
    ...locales.map((value) => ({ value, label: localeNames[value] as string })),
  ];
  return (
    <span className="flex flex-wrap gap-2.5 print:hidden">
      {button}
      <Choose label={asks.label} value={chosen} options={options} onValue={setChosen} />
    </span>
  );
}
