"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { copyText } from "./copy-text";
import { TextField } from "./field";

type CopyButtonProps = Pick<ButtonProps, "kind" | "size" | "wide" | "className"> & {
  /** What lands on the clipboard. */
  value: string;
  /** Words on the button: "Copy link". */
  label: string;
};

export function CopyButton({ value, label, ...look }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const isDone = await copyText(value);
    setCopied(isDone);
    setRefused(!isDone);
  };
  return (
    <>
      <Button {...look} icon={copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />} onClick={copy}>
        {copied ? t("copied") : label}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
      {refused ? <CopyByHand {...{ value, label }} /> : null}
    </>
  );
}

/** The words themselves, marked, where the browser puts nothing on the clipboard. */
export function CopyByHand({ value, label }: Pick<CopyButtonProps, "value" | "label">) {
  const t = useTranslations("common");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div role="alert" className="w-full basis-full">
      <TextField
        readOnly
        dir="ltr"
        label={label}
        hint={t("copyRefused")}
        value={value}
        ref={field}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
