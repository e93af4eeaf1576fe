"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Choose } from "@/components/groups/choose";
import { useSearch } from "@/components/groups/use-search";
import { CHANNELS, type OutboxQuery, outboxHref, STATUSES } from "./outbox-query";

/** Words, channel and state; the list follows while one types. */
export function OutboxFilter({ home, query }: { home: string; query: OutboxQuery }) {
  const t = useTranslations("notices.outbox");
  const router = useRouter();
  const [busy, start] = useTransition();
  const go = (change: Partial<OutboxQuery>) => start(() => router.replace(outboxHref(home, query, change)));
  const [typed, setTyped] = useSearch(query.q, (q) => go({ q }));
  return (
    <search className="flex flex-wrap gap-2" aria-busy={busy}>
      <label className="box w-auto min-w-56 flex-1 md:flex-none">
        <Search aria-hidden size={16} className="flex-none text-ink-3" />
        <span className="sr-only">{t("search")}</span>
        <input
          type="search"
          placeholder={t("search")}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Choose
        label={t("anyChannel")}
        value={query.channel ?? ""}
        onValue={(value) => go({ channel: CHANNELS.find((one) => one === value) })}
        options={[
          { value: "", label: t("anyChannel") },
          ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
        ]}
      />
      <Choose
        label={t("anyStatus")}
        value={query.status ?? ""}
        onValue={(value) => go({ status: STATUSES.find((one) => one === value) })}
        options={[
          { value: "", label: t("anyStatus") },
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
    </search>
  );
}
