"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

type CopyButtonProps = Pick<ButtonProps, "kind" | "size" | "wide" | "className"> & {
  /** What lands on the clipboard. */
  value: string;
  /** Words on the button: "Copy link". */
  label: string;
};

export function CopyButton({ value, label, ...look }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <>
      <Button {...look} icon={copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />} onClick={copy}>
        {copied ? t("copied") : label}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
    </>
  );
}
