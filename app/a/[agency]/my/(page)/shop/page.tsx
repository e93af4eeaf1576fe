import { ShoppingBag } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { LinkRow } from "@/components/journey/link-row";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { OrderBadge } from "@/components/shop/order-badge";
import { ShopDesk } from "@/components/shop/shop-desk";
import { EmptyState } from "@/components/ui/states";
import { listMyOrders } from "@/lib/shop/queries/orders";
import { listProducts } from "@/lib/shop/queries/products";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { place } from "./actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shop.my.title");

/** What the agency sells, a cart, and what I ordered before. */
export default async function MyShopPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/my/shop`;
  const call = await pageCall(slug, "my", home);
  const [sold, orders, t] = await Promise.all([
    readAll((page) => read(listProducts(call, { ...page, state: "published" }))),
    readAll((page) => read(listMyOrders(call, page))),
    getTranslations("shop"),
  ]);
  return (
    <Speak namespaces={["shop"]}>
      <PhoneHeader title={t("my.title")} back={{ href: `/a/${slug}/my/settings`, to: "settings" }} />
      {sold.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      <ShopDesk
        agency={slug}
        products={sold}
        home={home}
        place={call.readOnly || sold.length === 0 ? null : place.bind(null, slug)}
      />
      {orders.length > 0 ? <h2 className="mt-6 mb-3 font-semibold text-lg">{t("my.orders")}</h2> : null}
      <div className="flex flex-col gap-3">
        {orders.map((order) => (
          <LinkRow
            key={order.id}
            href={`${home}/${order.id}`}
            icon={<ShoppingBag aria-hidden size={24} />}
            detail={t("pieces", { count: order.pieces })}
            end={<OrderBadge order={order} />}
          >
            <bdi dir="ltr">{order.code}</bdi>
          </LinkRow>
        ))}
      </div>
    </Speak>
  );
}
