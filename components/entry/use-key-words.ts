import { useLocale, useTranslations } from "next-intl";
import { deviceName } from "@/components/account/device-name";
import { formatAge } from "@/lib/i18n/formats";
import type { LoginKeys } from "@/lib/identity/contract";
import { apart } from "./next-path";

type LoginKey = LoginKeys["others"][number];

/** One way into a login in plain words: what it is, and what is known of it. `now`: server time, ms. */
export function useKeyWords(now: number): (key: LoginKey) => { name: string; known: string | null } {
  const t = useTranslations("entry.yours");
  const told = useTranslations("account.devices");
  const locale = useLocale();
  const age = (at: Date) => formatAge(locale, at, new Date(now));
  const deviceOf = ({ device, seenAt }: NonNullable<LoginKey["devices"]>[number]) => {
    const name = device ? deviceName(device) : told("unknown");
    const said = typeof name === "string" ? apart(name) : told("on", name);
    return t("device", { name: said, age: age(seenAt) });
  };
  return ({ key, value, proven, since, devices = [] }) => {
    const name = t(`key.${key}`, { value: apart(value ?? ""), count: devices.length });
    switch (key) {
      case "password":
        return { name, known: since ? t("since", { age: age(since) }) : null };
      case "username":
        return { name, known: null };
      case "devices":
        return { name, known: devices.map(deviceOf).join("\u00a0· ") };
      default:
        return { name, known: t(proven ? "proven" : "unproven") };
    }
  };
}
