import { languageFrom } from '../language-from.ts';

const STOP_WORDS = `
ve veya ya da de ile ama fakat ancak lakin çünkü ki için gibi kadar göre diye ise eğer rağmen dolayı karşı doğru sonra önce beri
bir bu şu o bunu şunu onu bunun onun bunlar onlar onların buna ona bunda onda bundan ondan ben beni bana benim sen seni sana
senin biz bizi bize bizim siz sizi size sizin kendi kendisi kim kimi kime kimin ne neyi neden niçin niye nasıl nerede nereye
hangi kaç her hep hepsi bütün tüm bazı birçok çok az daha en pek hiç hiçbir bile yalnız sadece artık hala henüz şimdi böyle
şöyle öyle tam zaten yine gene belki evet hayır değil var yok olan olarak olduğu olduğunu olup oldu olmak olur olması olsa
ol idi imiş etti eden eder etmek edildi yapılan mi mı mu mü biri birisi başka diğer aynı şey
`;

/** Turkish strings endings together; the first letters are the stem more often than any list of endings finds it. */
const STEM_CHARS = 5;

/** Turkish: the beginnings of words. */
export const turkish = languageFrom({
  code: 'tr',
  stopWords: STOP_WORDS,
  negations: 'değil yok hiç hiçbir ne asla',
  numbers: 'sıfır iki üç dört beş altı yedi sekiz dokuz on onbir oniki',
  fold: (word) => word.replace(/'.*$/, ''),
  stem: (word) => word.slice(0, STEM_CHARS),
});
