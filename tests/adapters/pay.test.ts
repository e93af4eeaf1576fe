import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { midtransPay } from "@/server/adapters/pay.midtrans";
import { type Midtrans, startMidtrans } from "@/tests/support/midtrans";

const KEY = "SB-Mid-server-TEST-ONLY";
let midtrans: Midtrans;
beforeAll(async () => {
  midtrans = await startMidtrans(KEY);
});
afterAll(() => midtrans.stop());

describe("a payment asked at Midtrans", () => {
  it("is asked by its own number, with the agency's key, in the house the key belongs to", async () => {
    midtrans.says(JSON.stringify({ transaction_id: "a/../b?c", status_code: "200" }));
    const shut = "http://127.0.0.1:9";
    const at = { transaction: "a/../b?c" };
    const play = midtransPay({ live: shut, sandbox: midtrans.url });
    expect(JSON.parse(await play.ask({ ...at, serverKey: KEY }))).toMatchObject({ status_code: "200" });
    expect(midtrans.asked.at(-1)).toBe("/v2/a%2F..%2Fb%3Fc/status");
    await expect(play.ask({ ...at, serverKey: "Mid-server-LIVE" })).rejects.toThrow();
    const wrong = await midtrans.pay.ask({ ...at, serverKey: "SB-another-key" });
    expect(JSON.parse(wrong)).toMatchObject({ status_code: "401" });
    const none = await midtrans.pay.ask({ transaction: "none", serverKey: KEY });
    expect(JSON.parse(none)).toMatchObject({ status_code: "404" });
  });

  it("throws where another try may help: an answer of trouble, of another house, or none in time", async () => {
    const about = { transaction: "x", serverKey: KEY };
    midtrans.instead = async () => ({ status: 502, body: "<html>" });
    await expect(midtrans.pay.ask(about)).rejects.toThrow("502");
    midtrans.instead = async () => "silence";
    const hasty = midtransPay({ live: midtrans.url, sandbox: midtrans.url, timeoutMs: 100 });
    await expect(hasty.ask(about)).rejects.toThrow(/timeout/i);
    await expect(midtransPay({ sandbox: "http://127.0.0.1:9" }).ask(about)).rejects.toThrow();
  });
});
