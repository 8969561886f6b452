import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
yang dan di ke dari untuk pada dengan dalam oleh atau tetapi tapi namun karena kerana sebab jika kalau bila ketika saat
sejak hingga sampai sehingga agar supaya bahwa bahawa seperti sebagai antara tentang terhadap kepada daripada tanpa selama
setelah selepas sebelum lalu kemudian serta maupun meski walaupun
ini itu tersebut sini situ sana saya aku anda kamu kau dia ia beliau kami kita mereka nya siapa apa mana kapan bila mengapa
kenapa bagaimana berapa
adalah ialah merupakan ada tidak tak bukan belum jangan sudah telah sedang akan bisa boleh dapat harus perlu mau ingin
juga pun lagi masih hanya saja sangat sekali lebih paling kurang banyak sedikit semua setiap para beberapa lain sama sendiri
hal bagi lah kah pernah selalu sering memang benar begitu demikian dong sih ya
satu seorang sebuah orang
`;

const endings = suffixStemmer({ endings: 'nya lah kah ku mu', least: 4 }, { endings: 'kan an i', least: 4 });
const BEGINNING = /^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|di|ber|ter|ke|se)(?=\p{L}{4})/u;

/** Indonesian and Malay: the commonest beginnings and endings off. */
export const indonesian = languageFrom({
  code: 'id',
  stopWords: STOP_WORDS,
  negations: 'tidak tak bukan belum jangan tanpa tiada',
  numbers: 'nol dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas',
  stem: (word) => endings(word.replace(BEGINNING, '')),
});
