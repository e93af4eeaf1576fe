import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { listHref } from "@/components/shell/list-query";
import { Card, Row } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { formatPhone } from "@/lib/i18n/phone";
import type { Role } from "@/lib/kernel/actor";
import { readsOwnPlan } from "@/lib/savings/policy";

type ChooseSaverProps = {
  home: string;
  q: string | undefined;
  people: readonly { id: string; name: string; phone: string | null; roles: readonly Role[] }[];
};

/** Who a plan is begun for: a member of the agency, found by name or number. */
export function ChooseSaver({ home, q, people }: ChooseSaverProps) {
  const t = useTranslations("savings.begin");
  return (
    <>
      <ListFilter home={home} query={{ q }} search={t("search")} />
      <Card flush title={t("who")}>
        {people.length === 0 ? <EmptyState title={t("nobody")} /> : null}
        {people.map(({ id, name, phone, roles }) => (
          <Row
            key={id}
            end={
              readsOwnPlan(roles) ? (
                <LinkButton size="sm" href={listHref(home, { q }, { who: id })}>
                  {t("choose")}
                </LinkButton>
              ) : null
            }
          >
            <bdi className="font-semibold">{name}</bdi>
            {phone ? (
              <p className="tn text-ink-2">
                <bdi dir="ltr">{formatPhone(phone)}</bdi>
              </p>
            ) : null}
            {readsOwnPlan(roles) ? null : <p className="text-ink-2 text-sm">{t("readsNothing")}</p>}
          </Row>
        ))}
      </Card>
    </>
  );
}
