"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField, type TextFieldProps } from "./field";

/** A password, which its owner may look at: typing blind on a phone locks people out. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "suffix">) {
  const t = useTranslations("common");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField
      dir="ltr"
      autoComplete="current-password"
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      type={shown ? "text" : "password"}
      suffix={
        <button
          type="button"
          className="grid min-h-[max(1.75rem,var(--touch))] min-w-[max(1.75rem,var(--touch))] flex-none place-items-center rounded-sm text-ink-3 hover:text-ink"
          aria-label={shown ? t("hidePassword") : t("showPassword")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon aria-hidden size={18} strokeWidth={1.75} />
        </button>
      }
    />
  );
}
