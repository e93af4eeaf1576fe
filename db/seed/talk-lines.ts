/** One thing said in a demo chat. `who`: the leader, or a pilgrim by place in the group; `ago` in minutes before now. */
export type Line = {
  who: "leader" | number;
  ago: number;
  text: string;
  /** Answers to the line so many before it. */
  answers?: number;
  /** Said better afterwards, or taken back. */
  better?: string;
  takenBack?: true;
  /** Shows the bus sign. */
  photo?: true;
  /** Says where they are, so many metres from the meeting point. */
  metres?: number;
};
const HOUR = 60;
const DAY = 24 * HOUR;
type More = Omit<Line, "who" | "ago" | "text">;
const say = (who: Line["who"], ago: number, text: string, more: More = {}): Line => ({ who, ago, text, ...more });

const NURANI_4: Line[] = [
  say(
    "leader",
    4 * DAY - 2 * HOUR,
    "Assalamu'alaikum Bapak Ibu. Alhamdulillah kita sudah tiba di Jeddah. Mohon tetap bersama rombongan sampai semua koper terkumpul.",
  ),
  say(0, 4 * DAY - 2 * HOUR - 4, "Wa'alaikumsalam Ustadz. Kami berdua sudah di pintu keluar."),
  say(8, 4 * DAY - 2 * HOUR - 6, "Koper saya belum ketemu, warna biru pita merah"),
  say(1, 4 * DAY - 2 * HOUR - 9, "Sudah saya pegang Bu Endang, ada di troli dekat tiang 12", { answers: 1 }),
  say(8, 4 * DAY - 2 * HOUR - 10, "Alhamdulillah, terima kasih Pak Hendra"),
  say("leader", 4 * DAY - 3 * HOUR, "Ini bus kita. Cari tanda nomor 4 di kaca depan.", { photo: true }),
  say(5, 3 * DAY + 5 * HOUR, "Ustadz, kunci kamar 712 tidak bisa dipakai"),
  say("leader", 3 * DAY + 5 * HOUR - 3, "Tunggu di lobi Pak Slamet, saya mintakan kartu baru", { answers: 1 }),
  say(12, 3 * DAY + 3 * HOUR, "Makan malam di lantai berapa ya?", {
    better: "Makan malam di restoran lantai berapa ya?",
  }),
  say(1, 3 * DAY + 3 * HOUR - 2, "Lantai M, Bu. Keluar lift belok kanan.", { answers: 1 }),
  say(
    "leader",
    2 * DAY + 11 * HOUR,
    "Besok kita kumpul di lobi pukul 08.00, berjalan bersama ke Masjidil Haram. Bawa kartu, air minum, dan sandal dalam tas.",
  ),
  say(3, 2 * DAY + 11 * HOUR - 5, "Siap Ustadz"),
  say(14, 2 * DAY + 11 * HOUR - 6, "Siap"),
  say(20, 2 * DAY + 11 * HOUR - 8, "Saya ikut pakai kursi roda, lutut agak sakit"),
  say("leader", 2 * DAY + 11 * HOUR - 12, "Baik Pak Wagiman, kursi roda saya siapkan. Pak Budi yang mendorong ya.", {
    answers: 1,
  }),
  say(25, 2 * DAY + 11 * HOUR - 14, "Siap, Ustadz"),
  say("leader", DAY + 6 * HOUR, "من مدير الفندق: يُغلق المصعد الثاني للصيانة من الساعة العاشرة إلى الثانية عشرة."),
  say("leader", DAY + 6 * HOUR - 1, "Artinya: lift nomor 2 ditutup pukul 10 sampai 12. Gunakan lift 1 dan 3.", {
    answers: 1,
  }),
  say(9, DAY + 2 * HOUR, "Ada yang menemukan kacamata baca saya? Terakhir di bus", { takenBack: true }),
  say(9, DAY + 2 * HOUR - 20, "Kacamata sudah ketemu, ada di tas sendiri"),
  say(30, 9 * HOUR, "Saya terpisah dari rombongan, sekarang di sini", { metres: 420 }),
  say("leader", 9 * HOUR - 2, "Jangan pindah Bu, saya ke sana. Lima menit.", { answers: 1 }),
  say(30, 9 * HOUR - 11, "Sudah bertemu Ustadz, alhamdulillah"),
  say("leader", 70, "Bus 4 berangkat 09.00 dari Pintu B. Bawa kartu dan air minum."),
  say(2, 64, "Baik Ustadz"),
  say(6, 58, "Kami di lantai 2, sebentar lagi turun"),
  say(17, 40, "Tolong tunggu sebentar, Ibu Tuti masih antre lift"),
  say(1, 38, "Kita tunggu, Bu. Masih ada sepuluh menit.", { answers: 1 }),
  say(21, 12, "Sudah di dalam bus semua kamar 714"),
  say("leader", 6, "Terima kasih. Tinggal tiga orang lagi, lalu kita jalan."),
];

const NURANI_11: Line[] = [
  say("leader", 2 * DAY - HOUR, "Selamat datang di Madinah. Hotel kita lima menit dari Gerbang As-Salam."),
  say(3, 2 * DAY - HOUR - 7, "Assalamualaikum, kami dari Johor sudah sampai di hotel, bilik 508"),
  say(
    5,
    2 * DAY - HOUR - 9,
    "Hello everyone, this is Yusuf. I do not speak Indonesian well, but I can read it slowly.",
  ),
  say(1, 2 * DAY - HOUR - 12, "Welcome brother Yusuf, just ask in English", { answers: 1 }),
  say("leader", DAY + 4 * HOUR, "Jadwal Raudhah rombongan kita besok. Perempuan lebih dulu, laki-laki sore."),
  say(4, DAY + 4 * HOUR - 5, "Pukul berapa perempuan berkumpul, Ustadz?"),
  say("leader", DAY + 4 * HOUR - 8, "Pukul 06.30 di lobi, Bu.", { answers: 1 }),
  say(3, 5 * HOUR, "Boleh tolong simpankan dua tempat di dalam bas? Ibu saya lambat sedikit."),
  say(1, 5 * HOUR - 3, "Boleh Bu, baris depan.", { answers: 1 }),
  say(5, 30, "Which gate do we meet at today?"),
  say("leader", 22, "Gate 1, As-Salam, after Asr. / Gerbang As-Salam (1), setelah Asar.", { answers: 1 }),
];

const NURANI_18: Line[] = [
  say("leader", 2 * DAY, "Assalamu'alaikum calon jamaah. Di sini kita saling bertanya sebelum berangkat."),
  say(2, 2 * DAY - 30, "Manasik terakhir tanggal berapa, Ustadzah?"),
  say("leader", 2 * DAY - 50, "Hari Sabtu pekan depan pukul 09.00 di kantor Jakarta Pusat.", { answers: 1 }),
  say(7, 5 * HOUR, "Koper kabin boleh berapa kilo?"),
  say(1, 4 * HOUR, "Tujuh kilo, Pak.", { answers: 1 }),
];

const NURANI_2: Line[] = [
  say("leader", 31 * DAY, "Alhamdulillah kita sudah di Jakarta. Terima kasih atas kesabarannya selama perjalanan."),
  say(0, 31 * DAY - 60, "Terima kasih Ustadz, semoga bertemu lagi"),
];

const AQ_JOL_7: Line[] = [
  say(
    "leader",
    3 * DAY - 3 * HOUR,
    "Ассалаумағалейкум! Бәріміз Жиддаға аман-есен жеттік. Жүктеріңізді алып, шығу есігінің жанында күтіңіздер.",
  ),
  say(0, 3 * DAY - 3 * HOUR - 5, "Уағалейкумассалам, біз дайынбыз"),
  say(4, 3 * DAY - 3 * HOUR - 8, "Подскажите, пожалуйста, где автобус? Мы вышли из терминала."),
  say(
    "leader",
    3 * DAY - 3 * HOUR - 10,
    "Автобус стоит у выхода 5, на стекле номер 7. / Автобус 5-шығыста, терезесінде 7 саны тұр.",
    { answers: 1, photo: true },
  ),
  say(4, 3 * DAY - 3 * HOUR - 15, "Нашли, спасибо"),
  say(6, 2 * DAY, "Кешкі ас сағат нешеде?"),
  say(1, 2 * DAY - 3, "Сағат 20:00-де, бірінші қабатта.", { answers: 1 }),
  say("leader", DAY + 8 * HOUR, "Ертең таңғы 07:30-да лоббиде жиналамыз. Карта мен су алыңыздар."),
  say(2, DAY + 8 * HOUR - 4, "Жақсы"),
  say(9, DAY + 8 * HOUR - 6, "Маме тяжело идти пешком, можно кресло-коляску?"),
  say("leader", DAY + 8 * HOUR - 9, "Можно, я закажу на входе. Подойдите ко мне в 07:20.", { answers: 1 }),
  say(11, 7 * HOUR, "Мен адасып қалдым, осы жердемін", { metres: 310 }),
  say("leader", 7 * HOUR - 2, "Орныңыздан қозғалмаңыз, қазір барамын.", { answers: 1 }),
  say(11, 7 * HOUR - 9, "Рахмет, кездестік"),
  say("leader", 45, "Автобус сағат 09:00-де жолға шығады. / Автобус отправляется в 09:00."),
  say(3, 33, "Біз түсіп келе жатырмыз"),
  say(8, 10, "Мы уже в автобусе, двое из номера 305"),
];

const AQ_JOL_13: Line[] = [
  say("leader", 2 * DAY, "Құрметті қажылар, сұрақтарыңызды осында жаза беріңіздер."),
  say(3, 2 * DAY - 25, "Виза готова?"),
  say("leader", 2 * DAY - 40, "Да, визы будут к пятнице.", { answers: 1 }),
];

/** What is said in the demo's groups, by agency and group number. */
export const TALKS: Record<string, readonly Line[]> = {
  "nurani 4": NURANI_4,
  "nurani 11": NURANI_11,
  "nurani 18": NURANI_18,
  "nurani 2": NURANI_2,
  "aqjol 7": AQ_JOL_7,
  "aqjol 13": AQ_JOL_13,
};
