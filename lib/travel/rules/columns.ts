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
};
const FIELDS = Object.keys(NAMES) as ImportField[];

/** "Tgl. Lahir *" → "tgl lahir". */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const known = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [plain(name), field] as const)));

/** Which field each column is, by its name: said exactly, else the longest of our names in it; each field once. */
export function guessMapping(columns: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const take = (field: ImportField | undefined) => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const exact = columns.map((column) => take(known.get(plain(column))));
  const byLength = [...known].filter(([name]) => name.length > 4).toSorted((a, b) => b[0].length - a[0].length);
  return columns.map((column, i) => {
    const said = ` ${plain(column)} `;
    return exact[i] ?? take(byLength.find(([name, field]) => !taken.has(field) && said.includes(` ${name} `))?.[1]);
  });
}
