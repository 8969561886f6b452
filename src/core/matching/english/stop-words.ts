const WORDS = `
a an the this that these those such same other another each every either neither both all any some few no none
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves one ones someone somebody anyone anybody everyone everybody
noone nobody something anything everything nothing thing things stuff who whom whose which what whatever whoever when
whenever where wherever why how
am is are was were be been being do does did doing done have has had having will would shall should can could may
might must ought need let lets get gets got getting
dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt shouldnt cant couldnt cannot aint im ive ill
id youre youve youll youd hes shes theyre theyve theyll theyd weve wed thats whats whos wheres whens hows theres heres
and or but nor so yet if then else than because as while although though unless until since whether
of at by for with about against between into through during before after above below to from up down in out on off
over under again further once here there upon onto within without toward towards among amongst via per like
not only own too very just also even ever never already always really actually truly simply quite rather
perhaps maybe indeed anyway please ok okay yes hey hi hello etc eg ie vs rt
now today most least much many lot lots
say says said saying tell tells told ask asks asked true
`;

/**
 * English words that say nothing about what a text is about: function words, contractions without their apostrophe,
 * and the small talk of questions ("is it true that", "please tell me"). Already normalised, not stemmed.
 */
export const englishStopWords: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
