import type { GuardWords } from '../guard-words.ts';

/** English. */
export const englishGuard: GuardWords = {
  posts:
    "post|posting|author|writer|poster|message|text|article|tweet|thread|blog|piece|post's author|letter|interview|narrator|report|dispatch|list|account|opinion piece|column|columnist|blogger|user|it|he|she|they|speaker|statement",
  saying: `say*|speak*|spoke|talk*|discuss*|recount*|detail*|cover*|cast*|voic*|raise*|worr*|fear*|dismiss*|paint*|deplor*|regret*|doubt*|recommend*|support*|oppos*|reject*|deni*|deny|cover*|focuses|turns|said|state*|stating|claim*|argu*|assert*|alleg*|report*|describ*|mention*|not* that|notes|suggest*|contend*|maintain*|writ*|wrote|add|adds|added|call|calls|called|present*|
    accus*|blam*|warn*|predict*|acknowledg*|admit*|point* out|list*|name|names|quot*|cit*|gives|puts|dates|date|express*|estimat*|think*|believ*|insist*|complain*|ask|asks|urg*|demand*|
    question*|critic*|refer*|tell|tells|told|explain*|conclud*|portray*|see|sees|compar*|link|links|attribut*|count|counts|speculat*|hold|holds|identif*|concede*|lament*|object*|repeat*|relay*|characteri*|denounc*|highlight*|remark*|imagin*|expect*|recall*|wants|opin*|propos*|advocat*|observ*|declar*|announc*|contrast*|emphasi*|stress*|focus*|lays out|attack*`,
  accordingTo: `(?:quoted|cited|named) (?:in|by) the (?:post|author|writer|text|article|message|tweet|thread|blog)|according to (?:the |this |its |that )?(?:post|author|writer|poster|message|text|article|tweet|thread|blog)*|in the (?:post|author|writer|poster)'s (?:view|opinion|words|account|telling)|
    in the (?:view|opinion|words) of the (?:post|author|writer|poster)|(?:the post|the author)'s (?:claim|argument|view|position|account) is|per the post|as the (?:post|author) (?:puts|tells|sees) it`,
  verdicts: [
    'unsubstantiated|unsupported|unproven|unverified|groundless|spurious|dubious|questionable|unreliable|myth|myths|unsubstantiat*|far-fetched|implausibl*|nonsens*',
    'credibl*|convincing*|persuasive*|compelling*|well-founded|well-documented|legitimately|understandabl*|reasonabl*|plausibl*|deserv*',
    'biased|one-sided|sensationalis*|sensationaliz*|alarmis*|inflammatory|hysterical*|paranoi*|hateful|racist|bigoted|cherry-pick*|fearmonger*|hypocri*',
    'false|falsely|untrue|fake|hoax|bogus|fabricated|baseless|baselessly|unfounded|disproven|disproved|refuted',
    'gets it wrong|gets this wrong|errs|is mistaken|wrongly|incorrect|incorrectly|mistaken|mistakenly|erroneous|erroneously|inaccurate|inaccurately|is wrong|are wrong',
    'misleading|misleadingly|deceptive|deceptively|distort*|out of context|exaggerat*|manipulat*|propaganda|disinformation|misinformation|conspiracy theor*',
    'debunk*|fact-check*|fact check*',
    'lie|lies|lying|lied|liar*|dishonest*',
    'gets it right|is right|right to say|right to point|has a point|makes a fair point|correctly|rightly|accurately|truthfully|is true|are true|is correct|indeed true|in truth|true that|rightfully|proven true|is right that|justifiably|is accurate|factually',
    'in fact|in reality|actually|of course|obviously|clearly|undoubtedly|without doubt|no evidence|without evidence|without any evidence|no proof|without proof|without any proof|without any basis|without basis|without foundation|without citing|without naming|without giving any|fails to mention|omits|ignores|contrary to',
    'expose|exposes|exposing|exposed|reveal|reveals|revealing|uncover*|unmask*|sheds light',
    'unfair*|unjust*|absurd*|ridiculous*|outrageous*|shockingly|shamefully|unfortunately|sadly|courageous*|brilliant*',
  ],
  orders:
    'you should|you must|you have to|you need to|you ought|you can|please|do not trust|be sure to|make sure|we must|we should|let us|everyone must|readers must|share this|share it|retweet|click here|sign up|subscribe|call now|must spread|readers should|everyone should share|previous instructions|earlier instructions|all instructions|as an ai|system prompt',
  imperatives:
    "share|click|sign|vote|boycott|call|visit|subscribe|retweet|ignore|disregard|forget|follow|buy|contact|write|spread|tell|read|watch|donate|join|stream|refuse|resist|reject|cancel|sue|report|demand|beware|avoid|trust|believe|wake up|fight|keep|take|consider|ask|think|use|try|stop|act|check|go|download|send|post|print|output|respond|answer|reply|repeat|remember|see for yourself|open|demand|wake|look|don't|do not|never|help|support|let's|get|make sure|pass|protest|stand up|report",
  negations: `no longer|yet to|still awaiting|still awaits|still awaited|not|no|never|none|nobody|no one|nothing|neither|nor|without|cannot|*n't|deny|denied|denies|denying|denial|refus*|reject*|fail|fails|failed|failing|declin* to|declined|unlikely|hardly|barely|rarely|seldom|
    disagree*|lack|lacks|lacked|lacking|unable|stop short|prevent*|withheld|decline to|dismiss*|rebuff*|no longer|neglect*|unpaid|undeclared|undisclosed|contradict*|disput*|rather than|instead of|zero|[$£€]0`,
  notNegations:
    'not only|not just|not merely|no doubt|no sooner|no less than|no fewer than|nothing but|against (?:\\d|the others|the rest)|never mind|if not',
  privatives:
    'un*ed|un*able|un*swered|only|just|merely|hardly|barely|scarcely|avoid*|absen*|miss|missed|missing|lack*|free of|free from|stop*|ceas*|end|ends|ended|halt*|suspend*|pause*|clos*|shut*|ban|bans|banned|block*|refus*|reject*|turn* down|turned away|declin*|den*|disput*|disagree*|contest*|contradict*|object*|oppos*|against|dismiss*|fail*|los*|unless|except*|apart from|other than|instead|rule* out|exclud*|withh*|hid*|conceal*|secret*|silent|silence|still|yet|remain*|pending|wait*|await*|few|fewer|less|little|rare*|doubt*|sceptic*|skeptic*|question*|uncertain*|unclear|unknown|wrong*|false*|impossib*|far from|up|abandon*|cancel*|scrap*|remov*|withdr*|quit|left|leave|leaving|devoid|empty|alone|stay*|kept|keep*|at most|maximum|non|cannot|difficult|short of|innocent|acquit*|clear*|prevent*|spare*|ignor*|omit*|neglect*|skip*|forgot*|held|defeat*|lose|rather than|one of|a single|dropp*|retract*|regardless|dead|down|out|disappear*|vanish*|gone|forbid*|prohibit*|different|other|sole|exclusive*|separat*|incomplete|illegal|instead of|hardly|rival*|beat|exempt*',
  hedges:
    'may|might|could|would|possibl*|perhaps|maybe|likely|unlikely|probabl*|allegedly|alleged|reportedly|suppos*|apparently|plan|plans|planned|planning|propos*|suggest*|hint*|seem*|appear*|expect*|threaten*|risk*|if|should|potential*|hope*|can|intend*|want*|aim*|suspect*|consider*|rumou*r*|fear*|worr*|conceivabl*|can|uncertain|unclear|accus*|estimat*',
  certain:
    'know that|knows that|knew that|knows who|knows why|is certain|is sure|prov*|proof|confirm*|certain|certainly|definitely|undeniable|undeniably|conclusive*|guarantee*|inevitabl*|must have',
  admissions: 'admit*|confess*|own* up',
  quantifiers: [
    'few|a few|hardly any|handful',
    'some|several|certain|a number of|part of|partly|any|sometimes|occasionally',
    'many|much|lots of|numerous|often|a lot of|large numbers of|frequently',
    'most|majority|mostly|nearly all|almost all|usually|largely',
    'all|every|everyone|everybody|each|always|entire|whole|without exception|entirely|invariably|the only|only',
  ],
  opposites: [
    [
      'rise|rises|rose|risen|rising|increas*|grow|grew|grown|grows|growing|climb*|went up|go up|gone up|going up|soar*|surg*|jump*|doubl*|raised|raise|raising|gain*|upward*|improv*|more expensive|dearer|costlier|swell*|swoll*',
      'fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|declined|decreas*|went down|go down|gone down|shrank|shrunk|plung*|halved|cut|cuts|slump*|cheaper|became cheaper|dwindl*|diminish*|lessen*|lowered|lowering|reduc*|worsen*|downward*|lost value|sank|sunk',
    ],
    [
      'support*|back|backs|backed|backing|favour*|favor*|in favour of|welcom*|endors*|approv*|prais*|voted for|votes for|agreed|agrees',
      'oppos*|against|reject*|condemn*|criticis*|criticiz*|disapprov*|object|objects|objected|voted down|resist*|denounc*',
    ],
    [
      'more|greater|larger|bigger|higher|above|over|exceed*|longer|better|faster|stronger|outnumber*',
      'less|fewer|smaller|lower|below|under|shorter|worse|slower|weaker',
    ],
    [
      'biggest|largest|highest|greatest|best|longest|strongest|most',
      'smallest|lowest|least|worst|shortest|weakest|tiniest',
    ],
    [
      'deny|denied|denies|denying|refus*|reject*|declin*',
      'admit|admits|admitted|admitting|acknowledg*|confess*|confirm*|agree|agrees|agreed|accept*|conceded|conced*',
    ],
    ['open|opens|opened|reopen*|re-open*|opening', 'clos*|shut|shuts|shutting'],
    ['win|wins|won|winning', 'lose|loses|lost|losing'],
    ['begin*|began|begun|start*|launch*', 'end|ends|ended|stopp*|halt*|finish*|ceas*'],
    ['rarely|seldom|hardly|never', 'often|always|frequently|regularly|usually'],
    ['before|prior to', 'after|following'],
    ['legal|legally|lawful', 'illegal|illegally|unlawful*'],
    ['hir*|employed|employs', 'fire|fired|fires|dismissed|laid off|sacked'],
    ['success*|succeed*|works|worked', 'fail|failed|fails|failure'],
    ['safe|harmless', 'dangerous|unsafe|harmful'],
    ['public|publicly', 'secret|secretly|private'],
    [
      'publish*|disclos*|reveal*|released|declared',
      'hid|hide|hides|hidden|conceal*|withheld|suppress*|covered up',
    ],
    ['surviv*|alive', 'died|killed|dead|dies|deaths'],
    ['arriv*|came to|joined|enter*', 'left|leave|leaves|depart*|withdr*|quit'],
    ['attack*', 'defend*|protect*'],
    ['cheap', 'expensive'],
    ['strengthen*', 'weaken*'],
    ['allow*|permit*|legalis*|legaliz*', 'ban|bans|banned|forbid*|forbad*|prohibit*|outlaw*'],
    ['maximum|at most', 'minimum|at least'],
    ['first|earliest', 'last|latest|final'],
    ['north|northern', 'south|southern'],
    ['guilty|convicted', 'innocent|acquitted|not guilty'],
    ['hot|warm*', 'cold*|cool*'],
  ],
  events: [
    'die|died|dies|dead|death*|kill*|fatal*|lethal|murder*|massacre*|executed|lost * life|lost * lives|victims|shot|slain|suicide',
    'convict*|guilty|sentenc*|jailed|imprison*|prison|behind bars',
    'arrest*|detain*|custody|handcuff*',
    'acquit*|exonerat*|innocent|absolv*',
    'resign*|stepped down|steps down|step down|quit|left office',
    'bankrupt*|insolven*|went bust',
    'doubled|doubling|tripled|tripling|quadrupl*|twice|twofold|threefold|two times|100%|100 percent',
    'halved|halving|half|50%|50 percent',
    'rape*|raped|sexual*',
    'brib*|corrupt*|kickback*',
    'terror*',
    'stole|stolen|theft*|steal*|robbed|robbery|embezzl*|looted|looting',
  ],
  converses: [
    ['buy|buys|buying|bought|purchas*', 'sell|sells|sold|selling'],
    ['lend|lends|lent', 'borrow*'],
    ['pay|pays|paid', 'receive*|receiving'],
  ],
  causes:
    'because|because of|due to|caused|causes|causing|cause|thanks to|led to|leads to|leading to|resulted|results in|as a result|owing to|therefore|so that|blam*|reason|reasons|why|attribut*|triggered|driven by|thus|in order to|so|result of|since|forc*|brought about|in return for|in exchange for|means that|to punish|makes|made|prompted|stems from|for|over|effect of|after',
  moreThan:
    'more than|over|at least|above|upwards of|no less than|no fewer than|exceeding|greater than|in excess of',
  lessThan:
    'less than|fewer than|under|at most|below|nearly|almost|close to|just under|up to|only|just|merely|a mere|no more than|not more than|as few as|smaller than',
  clauses: 'but|while|whereas|because|although|though|unlike|however|even though|despite|yet|whilst|since',
  determiners:
    'the|a|an|this|that|these|those|its|his|her|their|our|my|your|of|in|on|at|to the|for|with|by|from|no|any|some|every',
  passive: ['was|were|been|being|is|are|be|got', 'by'],
  months:
    'january/jan|february/feb|march|april/apr|may|june|july|august/aug|september/sept/sep|october/oct|november/nov|december/dec',
  weekdays: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  units: [
    'second: second|seconds',
    'minute: minute|minutes|min',
    'hour: hour|hours|hourly|hrs',
    'day: day|days|daily',
    'week: week|weeks|weekly',
    'month: month|months|monthly',
    'year: year|years|yearly|annually|annum',
    'decade: decade|decades',
    'kilometre: kilomet*|km',
    'metre: metre|metres|meter|meters',
    'mile: mile|miles',
    'kilo: kilo|kilos|kilogram*|kg',
    'gram: gram|grams',
    'ton: ton|tons|tonne|tonnes',
    'pound: pound|pounds',
    'dollar: dollar|dollars',
    'euro: euro|euros',
    'litre: litre|litres|liter|liters',
    'gallon: gallon|gallons',
    'hectare: hectare|hectares',
    'acre: acre|acres',
    'watt: kilowatt*|megawatt*|gigawatt*',
    'degree: degree|degrees',
    'foot: feet|foot',
    'barrel: barrel|barrels',
  ],
  per: 'a|an|per|each|every',
  titles: '',
};
