"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { NEW_DEPARTURE } from "./new-departure-place";

type NewDepartureProps = { home: string; packages: readonly { id: string; name: string }[] };

/** A departure is of a package: which one is asked first. */
export function NewDeparture({ home, packages }: NewDepartureProps) {
  const t = useTranslations("packages.departures");
  const items = packages.map(({ id, name }) => ({
    id,
    label: <bdi>{name}</bdi>,
    href: `${home}/${id}#${NEW_DEPARTURE}`,
  }));
  const trigger = (
    <Button kind="primary" icon={<Plus aria-hidden size={18} />}>
      {t("new")}
    </Button>
  );
  return <Menu header={t("newOf")} {...{ items, trigger }} />;
}
