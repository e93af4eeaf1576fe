import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { OrderDesk } from "@/components/shop/order-desk";
import { QrCode } from "@/components/ui/qr-code";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { readOrder } from "@/lib/shop/queries/orders";
import { pageCall, read } from "@/server/doors/page";
import { cancel } from "../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("shop.my.orders");

/** One order of mine: what is in it, how it is paid, and how it is given up. */
export default async function MyOrderPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/my`;
  const call = await pageCall(slug, "my", `${home}/shop/${id}`);
  const [order, invoices, agency, t] = await Promise.all([
    read(readOrder(call, { id })),
    read(listInvoices(call, { subjectId: id, mine: "true" })),
    read(readAgency(call, {})),
    getTranslations("shop.my"),
  ]);
  const owes = order.state === "pending" || order.state === "proof_submitted" ? invoices.data[0] : undefined;
  return (
    <Speak namespaces={["shop"]}>
      <PhoneHeader title={<bdi dir="ltr">{order.code}</bdi>} back={{ href: `${home}/shop`, label: t("title") }} />
      {order.state === "verified" && order.rest.amount === 0 ? (
        <div className="card mb-4 flex flex-col items-center gap-3 p-4">
          <QrCode value={order.code} label={order.code} />
          <p className="text-center font-semibold">{t("show")}</p>
        </div>
      ) : null}
      <div className="card p-4">
        <OrderDesk
          order={order}
          zone={agency.timeZone}
          payHref={owes ? `${home}/invoices/${owes.id}` : null}
          acts={call.readOnly ? null : { cancel: cancel.bind(null, slug), desk: null }}
        />
      </div>
    </Speak>
  );
}
