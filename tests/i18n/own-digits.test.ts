import { expect, it } from "vitest";
import { AddBankAccount } from "@/lib/agencies/contract/settings";
import { PilgrimDetails } from "@/lib/bookings/contract/pilgrim";
import { CreateMethod } from "@/lib/savings/contract/desk";
import { judgePassenger } from "@/lib/travel/rules/passengers";

const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN = "۰۱۲۳۴۵۶۷۸۹";
const SCRIPTS = [ARABIC, PERSIAN];
const typedIn = (script: string, text: string) => text.replace(/\d/g, (digit) => script[Number(digit)]!);

it.each(SCRIPTS)(
  "numbers typed as %s are kept as everybody reads them, whichever contract they come in by",
  (script) => {
    const write = (text: string) => typedIn(script, text);
    const account = { bankName: "BCA", accountHolder: "PT Nurani Wisata", currency: "IDR" };
    expect(AddBankAccount.parse({ ...account, accountNumber: write("800 123 4567") }).accountNumber).toBe(
      "800 123 4567",
    );
    const method = { name: "Transfer", type: "bank", bankName: "BSI", accountHolder: "PT Nurani" };
    expect(CreateMethod.parse({ ...method, accountNumber: write("7120448800") }).accountNumber).toBe("7120448800");
    const known = {
      passportNumber: "C7719031",
      nationalId: "3174-0001",
      phone: "+628123456789",
      emergencyPhone: "+628119021177",
    };
    const typed = Object.fromEntries(Object.entries(known).map(([field, text]) => [field, write(text)]));
    expect(PilgrimDetails.parse(typed)).toEqual(known);
  },
);

it.each(SCRIPTS)("a file of passengers may be written with %s", (script) => {
  const cells = {
    passportName: "SITI AMINAH",
    birthDate: "14/03/1968",
    gender: "P",
    passportNumber: "C7719031",
    nationalId: "3174000112345678",
    phone: "0812-3456-789",
    emergencyPhone: "0062 811 9021 177",
  };
  const written = Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, typedIn(script, text)]));
  const about = {
    country: "ID",
    currency: "IDR",
    roomType: "quad",
    leavesOn: "2027-01-10",
    returnsOn: "2027-01-20",
  } as const;
  expect(judgePassenger(2, written, about)).toEqual(judgePassenger(2, cells, about));
  expect(judgePassenger(2, cells, about)).toMatchObject({ passenger: { details: { phone: "+628123456789" } } });
});
