import { plainHeading } from "@/lib/kernel/text";
import type { ImportField } from "../contract/import";

/** How agencies name these columns in the six languages; without accents, points and lines. */
const NAMES: Record<ImportField, string[]> = {
  booking: [
    "booking",
    "booking code",
    "family",
    "group",
    "keluarga",
    "pemesanan",
    "kode booking",
    "tempahan",
    "rombongan",
    "حجز",
    "الحجز",
    "عائلة",
    "العائلة",
    "бронь",
    "семья",
    "отбасы",
  ],
  passportName: [
    "name as in passport",
    "passport name",
    "full name",
    "name",
    "nama sesuai paspor",
    "nama paspor",
    "nama lengkap",
    "nama",
    "nama penuh",
    "nama seperti dalam pasport",
    "الاسم كما في الجواز",
    "الاسم الكامل",
    "الاسم",
    "имя как в паспорте",
    "фио",
    "имя",
    "паспорттағы аты",
    "аты жөні",
    "аты",
  ],
  passportNumber: [
    "passport number",
    "passport no",
    "passport",
    "no paspor",
    "nomor paspor",
    "paspor",
    "no pasport",
    "nombor pasport",
    "pasport",
    "رقم الجواز",
    "الجواز",
    "номер паспорта",
    "паспорт",
    "паспорт нөмірі",
  ],
  passportExpiresOn: [
    "passport expiry",
    "passport expires",
    "expiry",
    "valid to",
    "valid until",
    "date of expiry",
    "masa berlaku paspor",
    "berlaku sampai",
    "berlaku s d",
    "tarikh luput pasport",
    "tarikh luput",
    "sah hingga",
    "انتهاء الجواز",
    "صالح حتى",
    "срок паспорта",
    "срок действия",
    "действует до",
    "паспорт мерзімі",
    "жарамды",
  ],
  birthDate: [
    "date of birth",
    "birth date",
    "birthday",
    "born",
    "dob",
    "tanggal lahir",
    "tgl lahir",
    "lahir",
    "tarikh lahir",
    "تاريخ الميلاد",
    "الميلاد",
    "дата рождения",
    "рождения",
    "туған күні",
  ],
  gender: ["sex", "gender", "jenis kelamin", "l p", "jk", "kelamin", "jantina", "الجنس", "пол", "жынысы"],
  nationality: [
    "nationality",
    "citizenship",
    "kewarganegaraan",
    "warga negara",
    "warganegara",
    "الجنسية",
    "гражданство",
    "азаматтығы",
  ],
  nationalId: [
    "national id",
    "id number",
    "nik",
    "no ktp",
    "ktp",
    "no kad pengenalan",
    "kad pengenalan",
    "ic",
    "الرقم الوطني",
    "رقم الهوية",
    "иин",
    "удостоверение",
    "жсн",
  ],
  phone: [
    "phone",
    "mobile",
    "whatsapp",
    "wa",
    "telepon",
    "no hp",
    "hp",
    "no telepon",
    "telefon",
    "no telefon",
    "الهاتف",
    "الجوال",
    "телефон",
    "мобильный",
  ],
  roomType: [
    "room type",
    "room",
    "tipe kamar",
    "kamar",
    "jenis bilik",
    "bilik",
    "نوع الغرفة",
    "الغرفة",
    "тип комнаты",
    "комната",
    "бөлме түрі",
    "бөлме",
  ],
  passengerType: [
    "passenger type",
    "type",
    "tipe penumpang",
    "jenis penumpang",
    "فئة المسافر",
    "тип пассажира",
    "жолаушы түрі",
  ],
  emergencyName: [
    "emergency contact",
    "emergency name",
    "kontak darurat",
    "nama kontak darurat",
    "kenalan kecemasan",
    "جهة الطوارئ",
    "контакт на экстренный случай",
    "төтенше жағдайдағы байланыс",
  ],
  emergencyPhone: [
    "emergency phone",
    "telepon darurat",
    "no darurat",
    "telefon kecemasan",
    "هاتف الطوارئ",
    "телефон на экстренный случай",
    "төтенше жағдай телефоны",
  ],
  healthNotes: [
    "health notes",
    "health",
    "needs",
    "medical",
    "catatan kesehatan",
    "kesehatan",
    "kebutuhan",
    "catatan kesihatan",
    "kesihatan",
    "ملاحظات صحية",
    "الصحة",
    "здоровье",
    "денсаулығы",
  ],
  roomWish: [
    "room wish",
    "room request",
    "keinginan kamar",
    "permintaan bilik",
    "رغبة في الغرفة",
    "пожелание по комнате",
    "пожелания",
    "бөлме тілегі",
  ],
  paid: [
    "paid",
    "amount paid",
    "paid already",
    "dibayar",
    "terbayar",
    "sudah dibayar",
    "jumlah dibayar",
    "telah dibayar",
    "المدفوع",
    "المبلغ المدفوع",
    "оплачено",
    "уже оплачено",
    "төленген",
    "төленді",
  ],
};
const FIELDS = Object.keys(NAMES) as ImportField[];

const known = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [plainHeading(name), field] as const)));

/** Which field each column is, by its name: said exactly, else the longest of our names in it; each field once. */
export function guessMapping(columns: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const take = (field: ImportField | undefined) => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const exact = columns.map((column) => take(known.get(plainHeading(column))));
  const byLength = [...known].filter(([name]) => name.length > 4).toSorted((a, b) => b[0].length - a[0].length);
  return columns.map((column, i) => {
    const said = ` ${plainHeading(column)} `;
    return exact[i] ?? take(byLength.find(([name, field]) => !taken.has(field) && said.includes(` ${name} `))?.[1]);
  });
}

/** So far down heads are looked for: many a file has a title and some lines of whom and when above them. */
const HEADS_WITHIN = 20;
const FIELDS_IN_HEADS = 2;

/** Where the heads of a table stand: the row near its top that names most of our fields, if what is above it is shorter, as a
 * title is; null where no row names two. */
export function findHeads(rows: readonly string[][]): number | null {
  const top = rows.slice(0, HEADS_WITHIN);
  const named = top.map((row) => guessMapping(row).filter(Boolean).length);
  const filled = top.map((row) => row.filter(Boolean).length);
  const most = Math.max(...named);
  const at = named.indexOf(most);
  return most >= FIELDS_IN_HEADS && filled.slice(0, at).every((cells) => cells < filled[at]!) ? at : null;
}
