import { listInvoices } from "@/lib/invoices/queries/invoices";
import type { Role } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Call } from "@/lib/kernel/call";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { cancelOrder, fulfilOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { slip } from "./payments";
import { type Builder, personCall, type SeededPerson } from "./people";

type Inside = Builder & { agencyId: string };
type Locale = keyof typeof GOODS;
const DAYS = 30;

/** What the demo's agencies sell beside trips; prices in minor units of their money. */
const GOODS = {
  id: {
    money: moneyIn("IDR"),
    cloth: { name: "Kain ihram", kinds: ["Satu set", "Isi tiga set"], price: 22_500_000 },
    kit: { name: "Perlengkapan jamaah", kinds: ["Koper 24 inci", "Tas paspor"], price: 65_000_000 },
    sim: { name: "Kartu SIM Saudi", kinds: ["20 GB, 15 hari"], price: 31_000_000 },
  },
  kk: {
    money: moneyIn("KZT"),
    cloth: { name: "Ихрам", kinds: ["Бір жиынтық", "Үш жиынтық"], price: 950_000 },
    kit: { name: "Қажы жинағы", kinds: ["Шабадан", "Төлқұжат сөмкесі"], price: 2_400_000 },
    sim: { name: "Сауд SIM картасы", kinds: ["20 ГБ, 15 күн"], price: 1_100_000 },
  },
} as const;

const BACK = { id: "Sudah membeli di tempat lain.", kk: "Басқа жерден сатып алған." } as const;

type Desk = { owner: SeededPerson; admin: SeededPerson };
/** Three products, two kinds of a common stock, and an order in each state. */
export async function seedShop(build: Inside, locale: Locale, { owner, admin }: Desk, buyers: readonly SeededPerson[]) {
  const at = (minutes: number) => addMs(build.now, -minutes * MINUTE);
  const as = ({ userId }: SeededPerson, role: Role, minutes: number) =>
    personCall(build, build.agencyId, userId, at(minutes), { roles: [role] });
  const desk = as(admin, "admin", 20);
  const variants = await seedProducts(as(admin, "admin", DAYS * 24 * 60), locale);
  const order = async (i: number, minutes: number) => {
    const buyer = as(buyers[i % buyers.length]!, "pilgrim", minutes);
    const lines = [{ variantId: variants[i % variants.length]!, quantity: 1 + (i % 3) }];
    return { buyer, order: await placeOrder(buyer, { lines }) };
  };
  const proved = async (i: number, minutes: number) => {
    const { buyer, order: made } = await order(i, minutes);
    const { data } = await listInvoices(buyer, { subjectId: made.id });
    const { id, payerName, total, number } = data[0]!;
    const file = await slip(payerName, total, number);
    const proof = await uploadProof(buyer, { id, file });
    return { ...made, proofId: proof.id, invoiceId: id, paid: total };
  };
  await order(0, 25);
  await proved(1, 95);
  const [paid, given, back] = [await proved(2, 180), await proved(3, 400), await proved(5, 520)];
  for (const { proofId } of [paid, given, back])
    await verifyProof(as(owner, "owner", 60), { id: proofId, decision: "approve", again: true });
  await fulfilOrder(desk, { id: given.id });
  // Somebody no longer wants theirs: the admin asks for the money to go back, and the owner gives it.
  const why = BACK[locale];
  const { id } = await requestRefund(desk, { id: back.invoiceId, amount: back.paid, why });
  await approveRefund(as(owner, "owner", 15), { id });
  await cancelOrder(desk, { id: (await order(4, 240)).order.id });
}

async function seedProducts(call: Call, locale: Locale): Promise<string[]> {
  const { money, cloth, kit, sim } = GOODS[locale];
  const goods = [
    {
      name: cloth.name,
      variants: [
        { name: cloth.kinds[0], price: money(cloth.price), stock: 60 },
        { name: cloth.kinds[1], price: money(cloth.price * 3 - cloth.price / 5), units: 3, sharesStockOf: 0 },
      ],
    },
    {
      name: kit.name,
      variants: [
        { name: kit.kinds[0], price: money(kit.price), stock: 18 },
        { name: kit.kinds[1], price: money(kit.price / 5), stock: 0 },
      ],
    },
    { name: sim.name, variants: [{ name: sim.kinds[0], price: money(sim.price), stock: 40 }] },
  ];
  const ids: string[] = [];
  for (const one of goods) ids.push((await createProduct(call, { ...one, published: true })).variants[0]!.id);
  return ids;
}
