"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { SidePanel } from "@/components/office/side-panel";
import { Button } from "@/components/ui/button";
import { LoadingRows } from "@/components/ui/skeleton";
import { EmptyState, ErrorState } from "@/components/ui/states";
import { NoticeRow } from "./notice-row";
import { markRead, type Notice, type NoticePage, readNotices } from "./read-notices";

type NoticesPanelProps = {
  agency: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Counts what arrived: each time the list is read anew. */
  told: number;
  onUnread: (unread: number) => void;
};

type Shown = { data: Notice[]; nextCursor: string | null } | "failed" | null;

/** Everything the reader was told, the newest first. */
export function NoticesPanel({ agency, open, onOpenChange, told, onUnread }: NoticesPanelProps) {
  const t = useTranslations("shell.bell");
  const common = useTranslations("common");
  const [shown, setShown] = useState<Shown>(null);
  const take = (page: NoticePage, before: Notice[]) => {
    setShown({ data: [...before, ...page.data], nextCursor: page.nextCursor });
    onUnread(page.unread);
  };
  const load = (cursor: string | null, before: Notice[] = []) =>
    readNotices(agency, cursor).then(
      (page) => take(page, before),
      () => setShown((now) => now ?? "failed"),
    );
  const refresh = useEffectEvent((_arrivals: number) => void load(null));
  useEffect(() => {
    if (open) refresh(told);
  }, [open, told]);
  const readAll = async () => {
    const { unread } = await markRead(agency);
    onUnread(unread);
    await load(null);
  };
  const follow = (notice: Notice) => {
    onOpenChange(false);
    if (!notice.readAt)
      markRead(agency, [notice.id]).then(
        (answer) => onUnread(answer.unread),
        () => undefined,
      );
  };
  const list = shown === "failed" ? [] : (shown?.data ?? []);
  const older = shown === "failed" ? null : (shown?.nextCursor ?? null);
  return (
    <SidePanel title={t("title")} open={open} onOpenChange={onOpenChange}>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {shown === null ? <LoadingRows rows={4} /> : null}
        {shown === "failed" ? (
          <ErrorState
            title={t("failed.title")}
            text={t("failed.text")}
            action={<Button onClick={() => void load(null)}>{common("retry")}</Button>}
          />
        ) : null}
        {shown && shown !== "failed" && list.length === 0 ? (
          <EmptyState title={t("empty.title")} text={t("empty.text")} />
        ) : null}
        {list.length > 0 ? (
          <ul className="flex flex-col divide-y divide-line">
            {list.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onFollow={() => follow(notice)} />
            ))}
          </ul>
        ) : null}
        {older ? (
          <Button wide className="mt-3" onClick={() => void load(older, list)}>
            {t("older")}
          </Button>
        ) : null}
      </div>
      {list.some(({ readAt }) => !readAt) ? (
        <footer className="border-line border-t p-4">
          <Button wide onClick={() => void readAll().catch(() => undefined)}>
            {t("markAll")}
          </Button>
        </footer>
      ) : null}
    </SidePanel>
  );
}
