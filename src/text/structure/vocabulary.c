/* The words that announce a division of a text. */
#include "text/structure/vocabulary.h"

#define U(w, v) {w, WORD_UNIT, v}
#define X(w) {w, WORD_UNIT, 4 | UNIT_APPENDED}
#define O(w, v) {w, WORD_ORDINAL, v}
#define A(w) {w, WORD_ARTICLE, 0}
#define S(w) {w, WORD_STANDING, 0}
#define N(w) {w, WORD_NOTES, 0}
#define C(w) {w, WORD_CONTENTS, 0}
#define K(w) {w, WORD_WORKS, 0}
#define E(w) {w, WORD_END, 0}
#define M(w) {w, WORD_MONTH, 0}
#define B(w) {w, WORD_BY, 0}
#define F(w) {w, WORD_FIELD, 0}
#define P(w) {w, WORD_CAPTION, 0}

/* Lower case, without accents, by their first letters and in the order of their
 * bytes. To know another language is to add its words here; nothing else has
 * to change. */
static const struct vocabulary_entry words_a[] = {
	A("a"), P("abb"), P("abbildung"), U("abenteuer", 4), S("abkurzungen"),
	M("abril"), U("abschnitt", 5), S("abstract"), O("acht", 8),
	O("achte", 8), O("achter", 8), O("achtes", 8), O("achtzehntes", 18),
	S("acknowledgement"), S("acknowledgements"), S("acknowledgment"),
	S("acknowledgments"), U("act", 3), U("acte", 3), U("acto", 3),
	U("actul", 3), U("actus", 3), S("addenda"), S("addendum"),
	U("adventure", 4), S("advertisement"), B("af"), S("afterthought"),
	S("afterword"), M("agosto"), U("akt", 3), X("anhang"),
	N("anmerkung"), N("anmerkungen"), X("annex"), X("annexe"),
	N("annotations"), M("aout"), X("apendice"), X("appendice"),
	X("appendix"), M("apr"), M("april"), M("aprile"), S("argument"),
	U("article", 5), U("artikel", 5), U("ato", 3), U("atto", 3),
	U("auftritt", 4), U("aufzug", 3), M("aug"), M("august"), F("author"),
	B("av"), S("avant-propos"), S("avertissement"), M("avril"),
	S("avvertenza"),
};

static const struct vocabulary_entry words_b[] = {
	U("bab", 4), U("band", 1), U("bedrijf", 3), O("besinci", 5),
	S("bevezetes"), K("bibliografia"), S("bibliographical"),
	K("bibliographie"), K("bibliography"), X("bijlage"), X("bilaga"),
	O("birinci", 1), U("boek", 2), U("bok", 2), U("bolum", 4), U("book", 2),
	U("brief", 4), F("bron"), U("buch", 2), B("by"),
};

static const struct vocabulary_entry words_c[] = {
	U("canto", 4), U("capitel", 4), U("capitol", 4), U("capitolo", 4),
	U("capitolul", 4), U("capitro", 4), U("capitulo", 4), U("caput", 4),
	U("cast", 3), F("category"), U("cena", 4), U("chant", 4), U("chap", 4),
	U("chapitre", 4), U("chapter", 4), S("characters"), S("chronology"),
	U("chuong", 4), O("cinq", 5), O("cinque", 5), O("cinquieme", 5),
	S("colophon"), S("conclusao"), S("conclusion"), S("conclusione"),
	S("conclusiones"), S("conclusioni"), C("contents"),
	U("conversation", 4), F("copyleft"), F("copyright"), S("corrigenda"),
	S("costumes"), O("cuarta", 4), O("cuarto", 4), C("cuprins"),
	E("curtain"), U("czesc", 3), O("czwarta", 4), O("czwarty", 4),
};

static const struct vocabulary_entry words_d[] = {
	S("danksagung"), A("das"), F("date"), U("day", 4), M("dec"),
	M("december"), M("decembre"), O("decimo", 10), O("decimus", 10),
	S("dedication"), S("dedicatoria"), U("deel", 1), U("dejstvi", 3),
	F("delivered"), A("den"), A("der"), O("derde", 3), O("dernier", 99),
	O("deux", 2), O("deuxieme", 2), M("dezember"), B("di"),
	U("dialogue", 4), M("dicembre"), M("diciembre"), A("die"),
	O("dieci", 10), U("dil", 3), U("discourse", 4), U("division", 3),
	O("dix", 10), O("dixieme", 10), O("dodici", 12), O("dorduncu", 4),
	O("douze", 12), O("douzieme", 12), S("dramatis"), O("drei", 3),
	O("dreizehnte", 13), O("dreizehnter", 13), O("dreizehntes", 13),
	O("dritte", 3), O("dritter", 3), O("drittes", 3), O("druga", 2),
	O("drugi", 2), O("druha", 2), O("due", 2),
};

static const struct vocabulary_entry words_e[] = {
	F("ecrit"), F("edited"), F("editing"), F("editor"), O("eerste", 1),
	S("efterord"), O("eight", 8), O("eighteen", 18), O("eighteenth", 18),
	O("eighth", 8), O("ein", 1), S("einfuhrung"), S("einleitung"),
	O("eins", 1), A("el"), U("elegy", 4), O("eleven", 11),
	O("eleventh", 11), O("elf", 11), O("elfte", 11), O("elfter", 11),
	O("elftes", 11), S("eloszo"), O("elso", 1), E("end"), E("ende"),
	N("endnote"), N("endnotes"), S("endword"), M("enero"),
	O("ensimmainen", 1), S("envoi"), S("envoy"), S("epigraph"), S("epilog"),
	S("epilogo"), S("epilogue"), U("epistle", 4), S("errata"),
	O("erste", 1), O("ersten", 1), O("erster", 1), O("erstes", 1),
	U("escena", 4), F("escrito"), S("esipuhe"), U("essay", 4),
	S("etterord"), S("exergue"), E("exeunt"), P("exhibit"), E("exit"),
	S("exordium"),
};

static const struct vocabulary_entry words_f[] = {
	U("fable", 4), M("feb"), M("febbraio"), M("febrero"), M("februar"),
	M("february"), U("fejezet", 4), U("felvonas", 3), O("femte", 5),
	M("fevrier"), O("fifteen", 15), O("fifteenth", 15), O("fifth", 5),
	P("fig"), P("figura"), P("figure"), E("fin"), O("final", 99),
	S("finale"), E("fine"), E("finis"), O("first", 1), O("five", 5),
	O("fjarde", 4), O("fjerde", 4), F("fonte"), N("footnote"),
	N("footnotes"), S("foreword"), S("forord"), O("forsta", 1),
	O("four", 4), O("fourteen", 14), O("fourteenth", 14), O("fourth", 4),
	F("fuente"), O("funf", 5), O("funfte", 5), O("funfter", 5),
	O("funftes", 5), O("funfzehnte", 15), O("funfzehnter", 15),
	O("funfzehntes", 15), N("fussnoten"), N("fußnoten"), U("fytte", 4),
};

static const struct vocabulary_entry words_g[] = {
	S("geleitwort"), M("gennaio"), U("gesang", 4), F("geschrieben"),
	S("giris"), M("giugno"), S("glossary"),
};

static const struct vocabulary_entry words_h[] = {
	O("harmadik", 3), U("hauptstuck", 4), U("homily", 4), U("hoofdstuk", 4),
	F("html"), O("huit", 8), O("huitieme", 8),
};

static const struct vocabulary_entry words_i[] = {
	O("i.", 1), C("icindekiler"), O("ikinci", 2), A("il"),
	P("illustration"), C("illustrations"), S("imprint"), S("index"),
	C("indhold"), C("indice"), S("indledning"), C("inhalt"),
	C("inhaltsverzeichnis"), C("inhoud"), S("inledning"), S("inleiding"),
	C("innehall"), C("innhold"), S("innledning"), S("interlude"),
	S("introducao"), S("introduccio"), S("introduccion"), S("introducere"),
	S("introduction"), S("introductory"), S("introduzione"),
};

static const struct vocabulary_entry words_j[] = {
	M("jan"), M("januar"), M("january"), M("janvier"), N("jegyzetek"),
	U("jelenet", 4), S("johdanto"), U("jornada", 3), M("juillet"),
	M("juin"), M("jul"), M("juli"), M("julio"), M("july"), M("jun"),
	M("june"), M("juni"), M("junio"),
};

static const struct vocabulary_entry words_k[] = {
	U("kapitel", 4), U("kapitola", 4), U("kapittel", 4), U("kniha", 2),
	U("kohtaus", 4), O("kolmas", 3), E("koniec"), F("korrektur"), E("kraj"),
	U("ksiega", 2),
};

static const struct vocabulary_entry words_l[] = {
	A("la"), F("language"), O("last", 99), A("le"), U("lecture", 4),
	A("les"), U("lesson", 4), U("letter", 4), U("lettre", 4),
	O("letzte", 99), O("letzter", 99), O("letztes", 99), U("liber", 2),
	U("libro", 2), F("licence"), F("license"), P("listing"), K("literatur"),
	K("literature"), K("literaturverzeichnis"), U("livre", 2),
	U("livro", 2), A("lo"), A("los"), M("luglio"), U("luku", 4),
};

static const struct vocabulary_entry words_m[] = {
	M("maggio"), M("mai"), M("mar"), M("march"), F("markup"), M("mars"),
	M("marz"), M("marzo"), O("masodik", 2), C("matieres"), U("maxim", 4),
	M("may"), M("mayo"), U("meditation", 4),
};

static const struct vocabulary_entry words_n[] = {
	S("nachbemerkung"), S("nachspiel"), S("nachwort"), S("nawoord"),
	U("naytos", 3), O("negyedik", 4), O("neljas", 4), O("neuf", 9),
	O("neun", 9), O("neunte", 9), O("neunter", 9), O("neuntes", 9),
	O("neunzehntes", 19), O("neuvieme", 9), U("night", 4), O("nine", 9),
	O("nineteen", 19), O("nineteenth", 19), O("ninth", 9), O("nono", 9),
	O("nonus", 9), N("notas"), N("note"), N("noten"), N("noter"),
	N("notes"), N("notlar"), M("nov"), O("nove", 9), M("november"),
	M("novembre"), O("noveno", 9), M("noviembre"),
};

static const struct vocabulary_entry words_o[] = {
	A("o"), C("obsah"), F("obsoletes"), M("oct"), O("octavo", 8),
	O("octavus", 8), M("october"), M("octobre"), M("octubre"), U("ode", 4),
	M("oktober"), O("one", 1), F("online"), S("onsoz"), O("onze", 11),
	O("onzieme", 11), F("originally"), U("osa", 3), O("otodik", 5),
	O("ottavo", 8), O("otto", 8), M("ottobre"), S("overview"),
};

static const struct vocabulary_entry words_p[] = {
	B("par"), U("paragraph", 5), U("pars", 3), U("part", 3), U("parte", 3),
	U("partea", 3), U("partie", 3), S("personaggi"), S("persone"),
	S("personen"), S("personnages"), S("persons"), O("piata", 5),
	O("piaty", 5), O("pierwsza", 1), O("pierwszy", 1), P("plate"),
	U("poem", 4), B("por"), S("postface"), S("postfacio"), S("postscript"),
	N("poznamky"), S("praefatio"), S("preamble"), S("predmluva"),
	S("preface"), S("prefacio"), S("prefata"), S("prefatory"),
	S("prefazione"), S("prelude"), S("premessa"), O("premier", 1),
	O("premiere", 1), O("prima", 1), O("primeira", 1), O("primeiro", 1),
	O("primer", 1), O("primera", 1), O("primero", 1), O("primo", 1),
	O("primum", 1), O("primus", 1), S("proem"), S("prolegomena"),
	S("prolog"), S("prologo"), S("prologue"), S("prooemium"),
	F("proofread"), F("proofreader"), O("prvni", 1), S("przedmowa"),
	N("przypisy"), U("psalm", 4), F("pubblicato"), F("public"),
	F("publicado"), F("publie"), F("published"), F("publisher"),
};

static const struct vocabulary_entry words_q[] = {
	O("quarta", 4), O("quarto", 4), O("quartum", 4), O("quartus", 4),
	O("quatorze", 14), O("quatre", 4), O("quatrieme", 4), O("quattro", 4),
	F("quelle"), K("quellen"), U("question", 4), O("quinta", 5),
	O("quinto", 5), O("quintum", 5), O("quintus", 5), O("quinze", 15),
};

static const struct vocabulary_entry words_r[] = {
	K("references"), S("register"), F("release"), N("remarques"),
	S("remerciements"), U("resz", 3), U("rozdzial", 4),
};

static const struct vocabulary_entry words_s[] = {
	U("scaena", 4), U("scen", 4), U("scena", 4), U("scene", 4),
	S("schluss"), S("schlussbemerkung"), S("schlusswort"), F("scritto"),
	U("secao", 5), U("seccion", 5), O("sechs", 6), O("sechste", 6),
	O("sechster", 6), O("sechstes", 6), O("sechzehnte", 16),
	O("sechzehnter", 16), O("sechzehntes", 16), O("second", 2),
	O("seconda", 2), O("seconde", 2), O("secondo", 2), U("sectio", 5),
	U("section", 5), O("secunda", 2), O("secundum", 2), O("secundus", 2),
	O("segunda", 2), O("segundo", 2), O("sei", 6), O("seize", 16), M("sep"),
	O("sept", 7), M("september"), M("septembre"), M("septiembre"),
	O("septieme", 7), O("septimo", 7), O("septimus", 7), U("sermon", 4),
	O("sesta", 6), O("sesto", 6), O("sette", 7), M("settembre"),
	O("settimo", 7), O("seven", 7), O("seventeen", 17),
	O("seventeenth", 17), O("seventh", 7), O("sexta", 6), O("sexto", 6),
	O("sextus", 6), U("sezione", 5), O("sieben", 7), O("siebente", 7),
	O("siebenter", 7), O("siebentes", 7), O("siebte", 7), O("siebter", 7),
	O("siebtes", 7), O("siebzehntes", 17), C("sisallys"), O("six", 6),
	O("sixieme", 6), O("sixteen", 16), O("sixteenth", 16), O("sixth", 6),
	O("sjatte", 6), O("sjunde", 7), S("slutord"), C("sommaire"),
	U("sonett", 4), U("sonnet", 4), S("sonuc"), F("source"), F("sources"),
	C("spis"), S("status"), U("stave", 4), U("story", 4), C("sumario"),
	S("summary"), S("synopsis"), U("szene", 4), O("szosta", 6),
	O("szosty", 6),
};

static const struct vocabulary_entry words_t[] = {
	P("tabelle"), P("tabla"), P("table"), P("tableau"), P("tabula"),
	U("tale", 4), C("tartalom"), U("teil", 3), O("ten", 10), O("tenth", 10),
	O("terceira", 3), O("terceiro", 3), O("tercera", 3), O("tercero", 3),
	O("tertia", 3), O("tertium", 3), O("tertius", 3), O("terza", 3),
	O("terzo", 3), A("the"), U("theil", 3), U("thesis", 4), O("third", 3),
	O("thirteen", 13), O("thirteenth", 13), O("thirtieth", 30),
	O("thirty", 30), O("three", 3), F("title"), O("toinen", 2), U("tom", 1),
	U("tome", 1), U("tomo", 1), U("tomus", 1), U("toneel", 4),
	U("tooneel", 4), F("traduccion"), F("traducido"), F("traduction"),
	F("traduit"), F("traduzione"), F("transcribed"), F("transcriber"),
	F("transcription"), F("transcrit"), F("transkription"), F("translated"),
	F("translation"), F("translator"), O("tre", 3), O("tredje", 3),
	O("treize", 13), O("treti", 3), O("trois", 3), O("troisieme", 3),
	O("trzeci", 3), O("trzecia", 3), O("tweede", 2), O("twelfth", 12),
	O("twelve", 12), O("twentieth", 20), O("twenty", 20),
	O("twenty-eight", 28), O("twenty-five", 25), O("twenty-four", 24),
	O("twenty-nine", 29), O("twenty-one", 21), O("twenty-seven", 27),
	O("twenty-six", 26), O("twenty-three", 23), O("twenty-two", 22),
	O("two", 2),
};

static const struct vocabulary_entry words_u[] = {
	F("ubersetzt"), F("ubersetzung"), O("ucuncu", 3), O("un", 1),
	S("uncopyright"), O("undici", 11), O("une", 1), O("uno", 1),
	F("updates"), S("uvod"),
};

static const struct vocabulary_entry words_v[] = {
	B("van"), F("veroffentlicht"), F("vertaald"), O("vier", 4),
	O("vierte", 4), O("vierter", 4), O("viertes", 4), O("vierzehnte", 14),
	O("vierzehnter", 14), O("vierzehntes", 14), O("viides", 5),
	N("voetnoten"), U("vol", 1), U("volume", 1), B("von"), S("voorrede"),
	S("voorwoord"), S("vorbemerkung"), E("vorhang"), U("vorlesung", 4),
	S("vorrede"), S("vorspiel"), S("vorwort"), U("vystup", 4),
};

static const struct vocabulary_entry words_w[] = {
	S("widmung"), F("written"), S("wstep"),
};

static const struct vocabulary_entry words_z[] = {
	S("zakonczenie"), S("zaver"), O("zehn", 10), O("zehnte", 10),
	O("zehnter", 10), O("zehntes", 10), S("zueignung"),
	S("zusammenfassung"), O("zwanzigstes", 20), O("zwei", 2),
	O("zweite", 2), O("zweiter", 2), O("zweites", 2), O("zwolf", 12),
	O("zwolfte", 12), O("zwolfter", 12), O("zwolftes", 12),
};

static const struct vocabulary_entry words_others[] = {
	U("§", 5), U("βιβλιο", 2), K("βιβλιογραφια"), O("δεκατη", 10),
	O("δεκατο", 10), O("δευτερη", 2), O("δευτερο", 2), O("δευτερον", 2),
	O("εβδομη", 7), O("εβδομο", 7), S("εισαγωγη"), O("εκτη", 6),
	O("εκτο", 6), O("ενατη", 9), O("ενατο", 9), S("επιλογος"),
	S("επιλογοσ"), U("κεφαλαιο", 4), U("κεφαλαιον", 4), U("μερος", 3),
	U("μεροσ", 3), O("ογδοη", 8), O("ογδοο", 8), X("παραρτημα"),
	O("πεμπτη", 5), O("πεμπτο", 5), C("περιεχομενα"), U("πραξη", 3),
	U("πραξις", 3), S("προλογος"), S("προλογοσ"), O("πρωτη", 1),
	O("πρωτο", 1), O("πρωτον", 1), N("σημειωσεις"), N("σημειωσεισ"),
	U("σκηνη", 4), S("συμπερασμα"), O("τεταρτη", 4), O("τεταρτο", 4),
	O("τριτη", 3), O("τριτο", 3), O("τριτον", 3), N("υποσημειωσεις"),
	M("августа"), B("автор"), U("акт", 3), S("аннотация"), M("апреля"),
	S("введение"), S("висновки"), O("восемнадцатая", 18), O("восьмая", 8),
	O("восьмое", 8), O("восьмои", 8), F("впервые"), S("вступ"),
	S("вступление"), O("вторая", 2), O("второе", 2), O("второи", 2),
	S("выводы"), U("глава", 4), O("двадцатая", 20), O("двенадцатая", 12),
	O("двенадцатыи", 12), O("девятая", 9), O("девятнадцатая", 19),
	O("девятое", 9), O("девятыи", 9), U("деиствие", 3), S("действующие"),
	M("декабря"), O("десятая", 10), O("десятое", 10), O("десятыи", 10),
	O("друга", 2), O("другии", 2), U("дія", 3), S("заключение"),
	E("занавес"), C("зміст"), F("источник"), M("июля"), M("июня"),
	U("картина", 4), U("книга", 2), E("конец"), K("литература"), S("лица"),
	M("марта"), M("мая"), F("написано"), M("ноября"), C("оглавление"),
	O("одиннадцатая", 11), O("одиннадцатыи", 11), M("октября"),
	F("опубликовано"), B("от"), U("параграф", 5), O("первая", 1),
	O("первое", 1), O("первыи", 1), F("перевод"), F("переводчик"),
	S("передмова"), S("персонажи"), O("перша", 1), O("першии", 1),
	U("песнь", 4), U("письмо", 4), F("подготовка"), S("посвящение"),
	O("последняя", 99), S("послесловие"), S("предисловие"), X("приложение"),
	N("примечание"), N("примечания"), N("примітки"), S("пролог"),
	O("пятая", 5), O("пятнадцатая", 15), O("пятое", 5), O("пятыи", 5),
	S("післямова"), U("раздел", 5), P("рис"), P("рисунок"), U("розділ", 4),
	O("седьмая", 7), O("седьмое", 7), O("седьмои", 7), O("семнадцатая", 17),
	M("сентября"), N("сноски"), S("содерж"), C("содержание"), U("сцена", 4),
	P("таблица"), U("том", 1), O("третии", 3), O("третье", 3),
	O("третья", 3), O("третя", 3), O("третіи", 3), O("тринадцатая", 13),
	M("февраля"), U("частина", 3), U("часть", 3), O("четвертая", 4),
	O("четвертое", 4), O("четвертыи", 4), O("четырнадцатая", 14),
	O("шестая", 6), O("шестнадцатая", 16), O("шестое", 6), O("шестои", 6),
	S("эпилог"), U("явление", 4), M("января"), N("הערות"), S("הקדמה"),
	U("חלק", 3), O("חמישי", 5), S("מבוא"), U("פרק", 4), O("ראשון", 1),
	O("רביעי", 4), O("שלישי", 3), O("שני", 2), O("الاول", 1), U("الباب", 3),
	O("التاسع", 9), O("الثالث", 3), O("الثامن", 8), O("الثاني", 2),
	U("الجزء", 1), S("الخاتمة"), O("الخامس", 5), O("الرابع", 4),
	O("السابع", 7), O("السادس", 6), O("العاشر", 10), U("الفصل", 4),
	C("الفهرس"), U("القسم", 5), C("المحتويات"), S("المقدمة"), N("الهوامش"),
	B("بقلم"), B("تاليف"), S("تمهيد"), S("خاتمة"), U("فصل", 4), S("مقدمة"),
	N("ملاحظات"), N("هوامش"), S("あとかき"), S("おわりに"), S("はしめに"),
	S("まえかき"), S("エヒローク"), S("フロローク"), B("作者"), F("入力"),
	E("全文完"), F("出处"), F("初出"), S("前言"), U("卷", 1), F("原文"),
	K("参考文献"), K("參考文獻"), S("后记"), U("回", 4), P("图"), P("圖"),
	U("场", 4), U("場", 4), E("完"), S("导言"), S("導言"), S("尾声"),
	U("幕", 3), S("序"), S("序言"), F("底本"), S("引言"), S("後記"),
	S("总结"), S("摘要"), F("来源"), F("来源："), F("校正"), S("楔子"),
	N("注"), N("注解"), N("注释"), C("目录"), C("目次"), C("目錄"),
	U("章", 4), U("節", 5), U("篇", 4), E("終"), S("結束語"), S("結論"),
	U("編", 3), E("终"), S("结束语"), S("结论"), S("结语"), U("编", 3),
	F("翻译"), N("脚注"), S("自序"), U("节", 5), B("著者"), P("表"),
	S("解説"), N("註"), N("註釋"), U("話", 4), S("譯者序"), F("译者"),
	S("译者序"), U("话", 4), S("跋"), U("部", 3), X("附录"), X("附錄"),
	N("각주"), S("결론"), U("막", 3), S("머리말"), C("목차"), U("부", 3),
	S("서론"), S("서문"), U("장", 4), U("절", 5), C("차례"), U("편", 3),
};

const struct vocabulary vocabulary_letters[26] = {
#define PART(letter, words) \
	[(letter) - 'a'] = {words, sizeof words / sizeof *words}
	PART('a', words_a),
	PART('b', words_b),
	PART('c', words_c),
	PART('d', words_d),
	PART('e', words_e),
	PART('f', words_f),
	PART('g', words_g),
	PART('h', words_h),
	PART('i', words_i),
	PART('j', words_j),
	PART('k', words_k),
	PART('l', words_l),
	PART('m', words_m),
	PART('n', words_n),
	PART('o', words_o),
	PART('p', words_p),
	PART('q', words_q),
	PART('r', words_r),
	PART('s', words_s),
	PART('t', words_t),
	PART('u', words_u),
	PART('v', words_v),
	PART('w', words_w),
	PART('z', words_z),
};
#undef PART

const struct vocabulary vocabulary_others = {
	words_others, sizeof words_others / sizeof *words_others};

#undef U
#undef X
#undef O
#undef A
#undef S
#undef N
#undef C
#undef K
#undef E
#undef M
#undef B
#undef F
#undef P
