/** People of the demo. Invented, as common where the agencies are: in Indonesia one name or several, in Kazakhstan the surname first. */
export type Cast = {
  owner: string;
  admin: string;
  managers: readonly [string, string];
  leaders: readonly [string, string, string, string];
  pilgrims: readonly string[];
};

const lines = (text: string) =>
  text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter(Boolean);

export const NURANI_CAST: Cast = {
  owner: "Nurul Hidayah",
  admin: "Agus Setiawan",
  managers: ["Dewi Anggraini", "Bambang Wijaya"],
  leaders: ["Lukman Hakim", "Zainal Arifin", "Siti Maryam", "Fauzi Rahman"],
  pilgrims: lines(`
    Siti Aminah, Hendra Gunawan, Suharti, Ahmad Fauzan, Rukmini, Slamet Riyadi, Yuliana, Abdul Karim,
    Endang Lestari, Sukarno, Nur Halimah, Joko Prasetyo, Sri Wahyuni, Mulyono, Kartini, Rahmat Hidayat,
    Tuti Herawati, Supriyadi, Maimunah, Dedi Kurniawan, Wagiman, Ratna Sari, Sumiati, Imam Syafii,
    Aisyah Putri, Budi Santoso, Sulastri, Herman Susanto, Fatimah, Wahyu Nugroho, Parti, Iwan Setiadi,
    Khadijah, Rudi Hartono, Ngatini, Asep Sunandar, Neneng Hasanah, Cecep Supriatna, Euis Komariah, Ujang,
    Ida Farida, Taufik Ismail, Juminten, Hasan Basri, Titin Suryani, Sutrisno, Rohani, Eko Purnomo,
    Marlina, Syamsul Bahri, Nurjanah, Paiman, Lilis Suryani, Anwar Sadat, Tumini, Yusuf Maulana,
    Halimatus Sadiyah, Karno, Umi Kalsum, Ridwan Saputra, Painem, Muhammad Ilyas, Sri Rejeki, Tarmizi,
    Emi Rohaeni, Gatot Subroto, Zubaidah, Arif Budiman, Wartini, Nasrullah, Rina Marlina, Darmawan,
    Saodah, Teguh Santosa, Juariyah, Mahmud Yunus, Lestari, Edi Sucipto, Hj Rohmah, Samsudin
  `),
};

export const AQ_JOL_CAST: Cast = {
  owner: "Нұрланов Серік",
  admin: "Ахметова Гүлнар",
  managers: ["Жұмабаев Ерлан", "Сәрсенова Айгүл"],
  leaders: ["Әбдіров Мұхтар", "Қасымов Дәурен", "Тілеубаева Мәдина", "Оспанов Бауыржан"],
  pilgrims: lines(`
    Ибраева Сәуле, Байжанов Қанат, Сейітова Рахима, Төлегенов Асқар, Мұқанова Зейнеп, Әлімов Талғат,
    Досжанова Күләш, Ермеков Нұрлан, Исабекова Фатима, Қалиев Марат, Жақыпова Бибігүл, Рахымов Самат,
    Омарова Гүлжан, Сүлейменов Болат, Тоқтарова Айша, Шәріпов Ғалым, Нұрпейісова Қарлығаш, Бекенов Жанат,
    Мырзағалиева Ләззат, Садықов Ержан, Кәрімова Мәриям, Абылқасымов Тұрсын, Есенова Райхан, Дүйсенов Қайрат,
    Молдабекова Шолпан, Сапаров Әділ, Жүнісова Күлтай, Тәжібаев Арман, Құсайынова Нағима, Балтабаев Сәбит,
    Ысқақова Гүлсім, Мақсұтов Рүстем, Ержанова Алма, Кенжебаев Серікбай, Айтбаева Орынша, Нығметов Даулет,
    Өтегенова Раушан, Сатыбалдиев Ерік, Бейсенова Тұрсынай, Жандосов Мейрам, Қожахметова Айман, Смағұлов Бекзат,
    Тұрғанбаева Сағира, Амангелдиев Олжас, Зейноллина Динара, Мәмбетов Нұржан, Шаймерденова Күмісай, Құрманов Асан
  `),
};
