import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PassengerType, RoomType } from "@/lib/packages/contract/package";
import { readPrices, writePrices } from "@/lib/packages/rules/price-file";

const cells = RoomType.options.flatMap((roomType) =>
  PassengerType.options.map((passengerType) => ({ roomType, passengerType })),
);

describe("a file of prices", () => {
  it("comes back as it went out, in every currency and to the last minor unit", () => {
    const prices = fc
      .subarray(cells, { minLength: 1 })
      .chain((some) =>
        fc
          .tuple(...some.map(() => fc.nat(9_999_999_999_999)))
          .map((amounts) => some.map((one, i) => ({ ...one, amount: amounts[i] ?? 0 }))),
      );
    const currency = fc.constantFrom("IDR", "KZT", "USD", "JPY", "KWD");
    fc.assert(
      fc.property(prices, currency, (given, of) => {
        expect(readPrices(writePrices(given, of), of)).toEqual({ prices: given, problems: [] });
      }),
    );
  });

  it("is read however an office's spreadsheet writes it", () => {
    const typed = '\ufeffPassenger;ROOM;Amount\r\nadult;quad;34.500.000;\r\n\r\nchild;quad;"30,000,000.50"\r\n';
    expect(readPrices(typed, "IDR")).toEqual({
      problems: [],
      prices: [
        { roomType: "quad", passengerType: "adult", amount: 3_450_000_000 },
        { roomType: "quad", passengerType: "child", amount: 3_000_000_050 },
      ],
    });
  });

  it("says line by line what is wrong, and takes no amount that can be read in two ways", () => {
    const typed = [
      "room,passenger,amount",
      ...[
        "tent,adult,1",
        "quad,elder,1",
        "quad,adult,1.5.0",
        "quad,adult,-1",
        "quad,adult,1e3",
        "quad,adult,34,500,000",
        // More than any price may be: it would be kept and never shown again.
        "quad,adult,100.000.000.001",
      ],
      ...["quad,adult,1", "double,adult,1", "double,adult,2"],
    ].join("\n");
    const { prices, problems } = readPrices(typed, "IDR");
    expect(prices.map(({ roomType }) => roomType)).toEqual(["quad", "double"]);
    expect(problems).toEqual([
      { row: 2, problem: "room_unknown" },
      { row: 3, problem: "passenger_unknown" },
      { row: 4, problem: "amount_unreadable" },
      { row: 5, problem: "amount_unreadable" },
      { row: 6, problem: "amount_unreadable" },
      { row: 7, problem: "amount_unreadable" },
      { row: 8, problem: "amount_unreadable" },
      { row: 11, problem: "price_twice" },
    ]);
    expect(readPrices("room;passenger;amount\n", "IDR").problems).toEqual([{ row: 1, problem: "prices_missing" }]);
    expect(readPrices("room;amount\nquad;1", "IDR").problems).toEqual([{ row: 1, problem: "columns_missing" }]);
    expect(readPrices("room;passenger;amount\nquad;adult;1.234", "KWD").prices[0]?.amount).toBe(1_234);
  });
});
