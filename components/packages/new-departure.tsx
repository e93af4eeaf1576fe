"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { NEW_DEPARTURE } from "./new-departure-place";

type NewDepartureProps = {
  home: string;
  packages: readonly { id: string; name: string }[];
  /** There are more packages than stand here. */
  isPart: boolean;
};

/** A departure is of a package: which one is asked first. */
export function NewDeparture({ home, packages, isPart }: NewDepartureProps) {
  const t = useTranslations("packages.departures");
  const listed = packages.map(({ id, name }) => ({
    id,
    label: <bdi>{name}</bdi>,
    href: `${home}/${id}#${NEW_DEPARTURE}`,
  }));
  const items = isPart ? [...listed, { id: "all", label: t("toPackages"), href: home }] : listed;
  const trigger = (
    <Button kind="primary" icon={<Plus aria-hidden size={18} />}>
      {t("new")}
    </Button>
  );
  return <Menu header={t("newOf")} {...{ items, trigger }} />;
}
