"use client";

import { Bookmark, Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { focusIt } from "@/components/ui/focus";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import type { SavedView } from "@/lib/views/contract";
import { SaveView } from "./save-view";

type SavedViewsProps = {
  /** The list's address without its query. */
  home: string;
  /** The query string of what is shown now. */
  search: string;
  views: readonly SavedView[];
  save: Act<{ name: string; search: string }, SavedView>;
  remove: Act<{ id: string }>;
};

const hrefOf = (home: string, search: string) => (search ? `${home}?${search}` : home);

/** The reader's own ways to look at a list: go to one, keep this one, drop one and take that back. */
export function SavedViews({ home, search, views, save, remove }: SavedViewsProps) {
  const t = useTranslations("shell.views");
  const common = useTranslations("common");
  const router = useRouter();
  const { act } = useAct();
  const [naming, setNaming] = useState(false);
  // Asked once the list is closed and the keys are back at its button, so that they return there from the dialog, too.
  const namesNext = useRef(false);
  const closed = () => {
    setNaming(namesNext.current);
    namesNext.current = false;
  };
  const shown = views.find((view) => view.search === search);
  const bringBack = ({ name, search: kept }: SavedView) =>
    void save({ name, search: kept }).then(
      () => router.refresh(),
      () => toast({ text: common("retry"), kind: "failed" }),
    );
  const drop = (view: SavedView) => {
    const undo = { label: common("undo"), run: () => bringBack(view) };
    act(() => remove({ id: view.id }), { said: { text: t("removed", { name: view.name }), action: undo } });
  };
  return (
    <>
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button icon={<Bookmark aria-hidden size={16} />}>{shown?.name ?? t("title")}</Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="menu w-72"
            align="end"
            sideOffset={6}
            collisionPadding={8}
            aria-label={t("title")}
            onOpenAutoFocus={focusIt}
            onCloseAutoFocus={closed}
          >
            {views.length === 0 ? <p className="px-2.5 py-2 text-ink-2">{t("empty")}</p> : null}
            <ul>
              {views.map((view) => (
                <li key={view.id} className="flex items-center">
                  <Popover.Close asChild>
                    <Link
                      href={hrefOf(home, view.search)}
                      className="menu-item min-w-0 flex-1"
                      aria-current={view === shown ? "page" : undefined}
                    >
                      <bdi>{view.name}</bdi>
                    </Link>
                  </Popover.Close>
                  <Button
                    kind="ghost"
                    size="sm"
                    aria-label={t("remove", { name: view.name })}
                    icon={<X aria-hidden size={16} />}
                    onClick={({ currentTarget }) => {
                      currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
                      drop(view);
                    }}
                  />
                </li>
              ))}
            </ul>
            <Popover.Close asChild>
              <button type="button" className="menu-item" onClick={() => (namesNext.current = true)}>
                <Plus aria-hidden size={16} />
                {t("save")}
              </button>
            </Popover.Close>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <SaveView open={naming} onOpenChange={setNaming} save={(name) => save({ name, search })} />
    </>
  );
}
