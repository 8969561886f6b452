/**
 * How what asserts nothing begins: greetings, thanks, wishes and prayers, orders to the reader, parted by commas. English,
 * German, French, Spanish, Arabic.
 */
export const smallTalk = `
hello, hi, dear friends, dear all, dear sir, rip, hey, hi all, good morning, good afternoon, good
evening, good night, goodbye, bye, welcome, thanks for, thanks everyone, thanks all, thank you, many
thanks, congratulations, congrats, happy birthday, happy new year, merry christmas, happy friday, happy monday, happy sunday, happy holidays, cheers,
sorry for, sorry to, please, good luck, get well, rest in peace, may god, may allah, may he, may she, may his, may her, may their, may
they, may you, god bless, let us pray, let's, let us, i wish, i hope, we wish, we hope, wish you,
wishing, hope you, have a nice, have a good, have a great, see you, take care, stay safe, enjoy your,
long live, share this, share if, share and, please share, like and share, retweet, rt if, click here,
read more, read the, read this, watch this, watch til, watch until, listen to, follow us, follow me,
subscribe, sign up, join us, don't forget, do not forget, tell us, tell me, let me, make sure, rise up,
wake up, spread the, pass it on, copy and paste, photo credit, photos courtesy, photo courtesy, image credit, photo by, stay tuned,
hallo, liebe freunde, frohe weihnachten, frohes neues, schönen tag, schönes wochenende, guten morgen,
guten tag, guten abend, gute nacht, servus, moin, willkommen, danke, vielen dank, herzlichen glückwunsch,
alles gute, viel glück, viel erfolg, gute besserung, bitte, lasst uns, ich hoffe, ich wünsche, wir
wünschen, hoffentlich, gott segne, ruhe in frieden, teilt das, bitte, mehr lesen, hier klicken, schaut,
bis bald, bis morgen, mit freundlichen grüßen, viele grüße,
bonjour, bonsoir, salut, bienvenue, merci, félicitations, bon anniversaire, bonne année, bonne chance,
bon courage, s'il vous plaît, svp, j'espère, je souhaite, espérons, que dieu, partagez, à partager,
cliquez, lisez, lire la suite, regardez, suivez, abonnez-vous, à bientôt, à demain, cordialement, repose
en paix, crédit photo,
hola, buenos días, buenas tardes, buenas noches, bienvenido, bienvenidos, bienvenida, bienvenidas, gracias, muchas gracias,
felicidades, enhorabuena, feliz cumpleaños, feliz navidad, feliz año, por favor, espero, esperamos,
ojalá, que dios, dios te, dios los, descanse en paz, comparte, compartan, difunde, difundan, haz clic,
lee más, sigue a, síguenos, suscríbete, hasta luego, hasta mañana, saludos,
مرحبا, السلام عليكم, صباح الخير, مساء الخير, أهلا, شكرا, ألف مبروك, مبروك, كل عام, عيد مبارك, اللهم, رحم
الله, رحمه الله, إن شاء الله, ان شاء الله, الرجاء, من فضلك, أتمنى, نتمنى, شاركوا, انشر, انشروا, تابعونا,
شاهدوا, اقرأ`;
