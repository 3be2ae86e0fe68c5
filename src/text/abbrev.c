/* Words that tell whether a full stop ends a sentence. */
#include "text/abbrev.h"

#include <string.h>

#include "base/ucs.h"

/*
 * Lists of words, each with a blank on both sides. A word in lower case
 * stands for itself in any case, one with a capital only for itself.
 */
static const struct {
	enum abbrev kind;
	const char *words;
} abbreviations[] = {
	/* titles and what introduces a name, a gloss or a reference */
	{ABBREV_NEVER,
	 " mr mrs ms messrs dr prof rev revd hon gen col capt lieut lt sgt "
	 "maj cmdr comdr adm gov sen rep pres supt insp cpl pvt ven esq "
	 "mme mmes mlle mgr mm Gn Cn Tib Sr Sra Srta Dña "
	 "fr hrsg bzw vgl sog geb gest gen dipl ing frl hr zit "
	 "тов гр проф акад ген св "
	 "e.g eg i.e ie cf viz vs ca approx resp q.v c.f v.i.z "
	 "z.b d.h u.a i.d.r z.t m.e o.ä s.o s.u v.a u.u d.i i.e.s "
	 "p.ex c.-à-d т.е т.к т.н напр ср см "
	 "ed eds trans transl orig rev'd introd "},
	{ABBREV_NUMBER,
	 " no nos nr nrn vol vols bd bde p pp pg pag sec sect art arts "
	 "ch chap chaps fig figs pl pt pts par para app ex eq col cols "
	 "line ll bk bks cap fol fols ms mss op lib "
	 "kap abb abs anm ziff jg aufl ff seite "
	 "т тт с стр гл рис табл ст кн вып изд № п пп ч "},
	{ABBREV_OFTEN,
	 " co corp inc ltd bros jr sr st ste mt ft ave blvd rd dept univ "
	 "assn assoc govt natl intl ibid idem op.cit loc.cit al seq ff "
	 "a.m p.m a.d b.c b.c.e c.e ph.d m.a b.a m.d "
	 "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
	 "Mon Tue Tues Wed Thu Thur Thurs Fri Sat "
	 "Jänn Febr Okt Dez janv févr avr juil déc "
	 "mss tel abt evtl ggf allg str ctd cont'd "
	 "им г гг в вв руб коп млн млрд тыс ул обл янв февр апр авг сент окт "
	 "нояб дек "},
	{ABBREV_ETC,
	 " etc usw usf et.al u.s.w u.s.f т.д т.п др и.т.д "},
};

static const char openers[] =
	/* English */
	" A All Also Although An And Another Any Are As At Because Before Both "
	"But By Can Consequently Did Do Does Each Even Every Few Finally First "
	"For From Furthermore Had Has Have He Hence Her Here His How However "
	"I If In Indeed Instead Is It Its Just Later Let Many Meanwhile "
	"Moreover Most Much My Never Nevertheless No Nor Not Nothing Now Of "
	"On Once One Only Or Other Others Our Perhaps Second Secondly She "
	"Should Since So Some Soon Still Such Surely That The Their Then "
	"There Therefore These They This Those Though Through Thus To Today "
	"Two Under Unless Until Upon Was We Were What When Whenever Where "
	"Whereas Which While Who Whoever Whose Why Will With Without Would Yes "
	"Yet You Your "
	/* German */
	"Aber Als Also Am An Auch Auf Aus Bei Bis Da Dabei Daher Damit Dann "
	"Darum Das Dass Daß Dazu Dem Den Denn Der Des Deshalb Die Dies Diese "
	"Dieser Dieses Doch Durch Ein Eine Einem Einen Einer Er Erst Es Für "
	"Hier Ich Ihr Ihre Im Ist Ja Jede Jeder Jedoch Jetzt Man Mit Nach "
	"Nein Nicht Noch Nun Nur Ob Oder Ohne Schon Sein Seine Seit Sie Sind "
	"So Sondern Trotz Über Um Und Uns Unser Unsere Unter Viele Von Vor "
	"Während Wann Warum Was Weil Welche Wenn Wer Wie Wir Wo Zu Zum Zur "
	"Zwar "
	/* French, Spanish, Italian */
	"Alors Au Aussi Aux Avec Ce Cela Ces Cet Cette Comme Dans Depuis Donc "
	"Elle Elles En Est Et Il Ils Je Leur Leurs Mais Même Ne Nous On Or "
	"Où Par Parce Pour Pourquoi Puis Quand Que Quel Quelle Qui Quoi Sans "
	"Ses Si Son Sous Sur Tous Tout Toute Un Une Vous Así Como Con Cuando "
	"Entonces Esta Este Esto Hay Los Pero Por Porque Según También Una "
	"Anche Che Come Ma Non Perché Però Questa Questo Se "
	/* Russian */
	"А Без Более Бы Был Была Были Было В Вам Вас Весь Во Вот Впрочем Все "
	"Всё Вы Где Да Даже Для До Его Ее Её Если Есть Еще Ещё Же За И Из "
	"Или Именно Им Их К Как Какой Когда Конечно Кто Куда Либо Мне Может "
	"Мой Мы На Надо Наш Не Нет Но Ну О Об Однако Он Она Они Оно От "
	"Отсюда Перед По Под После Потом Потому При Про Поэтому С Сам Свой "
	"Сейчас Со Таким Так Такой Там Тем Теперь То Тогда Того Тоже Только "
	"Тот Ты У Уже Хотя Чем Через Что Чтобы Эта Эти Это Этого Этой Этом "
	"Этот Я ";

static const char before_ordinals[] =
	" der die das dem den des am vom im zum zur beim bis ab seit dieser "
	"diese dieses diesem diesen unser unserer ihrer seiner einer jeder ";

static const char sayings[] =
	" said says say asked asks cried replied answered exclaimed shouted "
	"whispered murmured muttered remarked inquired enquired demanded "
	"repeated added continued thought called began interrupted returned "
	"declared responded sighed laughed observed ";

/* Whether the N bytes at WORD stand in LIST between blanks. */
static bool
is_listed(const char *list, const char *word, size_t n)
{
	const char *at = list;

	if (!n)
		return false;
	while ((at = strchr(at, word[0])))
		if (at[-1] == ' ' && !strncmp(at, word, n) && at[n] == ' ')
			return true;
		else
			at++;
	return false;
}

enum { WORD_MAX = 48 }; /* [byte] no longer word is looked up */

/* S in lower case into OUT; 0 where it is too long to be in a list. */
static size_t
lower(const char *s, size_t n, char out[WORD_MAX])
{
	size_t i, length, made = 0;
	ucs c;

	if (n > WORD_MAX / 2)
		return 0;
	for (i = 0; i < n; i += length) {
		length = ucs_decode(s + i, n - i, &c);
		if (c == ' ' || c == 0)
			return 0;
		made += ucs_encode(ucs_lower(c), out + made);
	}
	return made;
}

enum abbrev
abbrev_kind(const char *s, size_t n)
{
	size_t i, count = sizeof abbreviations / sizeof *abbreviations;
	char low[WORD_MAX];
	size_t low_n = lower(s, n, low);

	for (i = 0; low_n && i < count; i++)
		if (is_listed(abbreviations[i].words, s, n) ||
		    is_listed(abbreviations[i].words, low, low_n))
			return abbreviations[i].kind;
	return ABBREV_NONE;
}

bool
abbrev_opens_sentence(const char *s, size_t n)
{
	return is_listed(openers, s, n);
}

bool
abbrev_expects_ordinal(const char *s, size_t n)
{
	char low[WORD_MAX];

	return is_listed(before_ordinals, low, lower(s, n, low));
}

bool
abbrev_is_saying(const char *s, size_t n)
{
	return is_listed(sayings, s, n);
}
