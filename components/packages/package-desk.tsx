import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import type { Package } from "@/lib/packages/contract/package";
import { DepartureForm } from "./departure-form";
import { NEW_DEPARTURE } from "./new-departure-place";
import { PackageForm } from "./package-form";
import { PhotoWall } from "./photo-wall";

type PackageDeskProps = {
  slug: string;
  saved: Package;
  /** Where packages and departures are listed. */
  home: string;
  departures: string;
  timeZone: string;
  branches: ComponentProps<typeof PackageForm>["branches"];
  acts: {
    save: ComponentProps<typeof PackageForm>["save"];
    addDeparture: ComponentProps<typeof DepartureForm>["create"];
    dropPhoto: ComponentProps<typeof PhotoWall>["remove"];
  };
};

/** Everything that may be changed of a package: its words and prices, its pictures, and one more departure. */
export function PackageDesk({ slug, saved, home, departures, timeZone, branches, acts }: PackageDeskProps) {
  const t = useTranslations("packages");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-5 lg:order-2">
        <div id={NEW_DEPARTURE} className="scroll-mt-4">
          <Card title={t("departures.new")}>
            <DepartureForm
              packageId={saved.id}
              days={saved.days}
              timeZone={timeZone}
              home={departures}
              create={acts.addDeparture}
            />
          </Card>
        </div>
        <PhotoWall slug={slug} saved={saved} remove={acts.dropPhoto} />
      </div>
      <PackageForm {...{ saved, branches, home }} currency={saved.currency} save={acts.save} />
    </div>
  );
}
